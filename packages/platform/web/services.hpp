#pragma once
#include <memory>
#include <stdexcept>
#include <string>
#include <typeindex>
#include <unordered_map>

namespace mz::web {

// What handlers use besides the database (a token signer, an HTTP client, ...), one instance a type and worker, put there by app/ at start.
class Services {
public:
    template <class T>
    void add(std::shared_ptr<T> service)
    {
        all_[typeid(T)] = std::move(service);
    }

    template <class T>
    T& get() const
    {
        auto const found = all_.find(typeid(T));
        if (found == all_.end()) throw std::logic_error(std::string("no service of type ") + typeid(T).name());
        return *static_cast<T*>(found->second.get());
    }

private:
    std::unordered_map<std::type_index, std::shared_ptr<void>> all_;
};

}  // namespace mz::web
