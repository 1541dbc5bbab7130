#pragma once
#include <string>

namespace mz::net {

// Thrown while a request is read, where the net layer itself answers and then closes: after a request that was not understood to its
// end nobody knows where the next one begins. `detail` is shown to the caller.
struct Refusal {
    int status;
    std::string detail;
};

}  // namespace mz::net
