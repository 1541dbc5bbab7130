#pragma once

namespace mz::edge {

// Sets a flag for as long as it lives, also where a coroutine is left by an exception.
class Held {
public:
    explicit Held(bool& flag) : flag_(flag) { flag_ = true; }
    ~Held() { flag_ = false; }
    Held(Held const&) = delete;
    Held& operator=(Held const&) = delete;

private:
    bool& flag_;
};

}  // namespace mz::edge
