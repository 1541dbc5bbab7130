#include "scim/paging.hpp"

#include "scim/scim.hpp"

namespace mz::scim {

Window window_of(web::Request const& rq, Search const& search)
{
    std::int64_t const most = rq.services.get<Scim>().settings.scim_page_max;
    constexpr std::int64_t furthest = 1'000'000'000;
    auto const start = std::clamp<std::int64_t>(search.startIndex.value_or(1), 1, furthest);
    return {std::clamp<std::int64_t>(search.count.value_or(most), 0, most), start - 1};
}

std::string location(web::Request const& rq, std::string_view kind, Uuid id)
{
    return rq.services.get<Scim>().public_url + std::string(base_path) + std::string(kind) + id.to_string();
}

void require_size(web::Request const& rq)
{
    auto const most = rq.services.get<Scim>().settings.scim_body_bytes;
    if (rq.http.body.size() > most) throw Problem(Failure::too_large, "A request has at most " + std::to_string(most) + " bytes.");
}

void require_few(web::Request const& rq, ScimPatch const& patch)
{
    auto const most = static_cast<std::size_t>(rq.services.get<Scim>().settings.scim_operations_max);
    if (patch.Operations.size() > most) throw refuse("tooMany", "A PATCH has at most " + std::to_string(most) + " operations.");
}

}  // namespace mz::scim
