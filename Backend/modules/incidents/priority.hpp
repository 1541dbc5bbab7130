#pragma once
#include "incident.hpp"

namespace mz::incidents {

// ITIL's matrix: how much is affected against how long it can wait.
constexpr Priority priority_of(Level impact, Level urgency)
{
    constexpr Priority matrix[3][3] = {                                                    // urgency:  low           medium            high
                                       {Priority::low, Priority::low, Priority::medium},   // impact low
                                       {Priority::low, Priority::medium, Priority::high},  // impact medium
                                       {Priority::medium, Priority::high, Priority::critical}};  // impact high
    return matrix[static_cast<int>(impact)][static_cast<int>(urgency)];
}

}  // namespace mz::incidents
