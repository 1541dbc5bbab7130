#include "lifecycle.hpp"

#include <algorithm>

namespace mz::cmdb_model {

std::span<Transition const> transitions()
{
    using enum CiStatus;
    // What was disposed of by mistake goes back to where it can only have come from; everything else that is retired may be used again.
    static std::vector<Transition> const all{
        {planned, {ordered, in_stock, in_use, disposed}},
        {ordered, {in_stock, in_use, planned, disposed}},
        {in_stock, {in_use, maintenance, retired, disposed}},
        {in_use, {maintenance, in_stock, retired}},
        {maintenance, {in_use, in_stock, retired}},
        {retired, {disposed, in_stock, in_use}},
        {disposed, {retired}},
    };
    return all;
}

bool may_follow(CiStatus from, CiStatus to)
{
    if (from == to) return true;
    auto const step = std::ranges::find(transitions(), from, &Transition::from);
    return std::ranges::find(step->to, to) != step->to.end();
}

}  // namespace mz::cmdb_model
