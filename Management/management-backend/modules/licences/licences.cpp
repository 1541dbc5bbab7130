#include "licences/licences.hpp"

#include "core/config.hpp"
#include "core/crypto.hpp"
#include "json/read.hpp"
#include "json/write.hpp"
#include "licences/document.hpp"
#include "licences_sql.hpp"

#include <algorithm>

namespace mz::licences {

using namespace web;

namespace {

// The Cloud's clock may be behind ours; a licence is to work the moment it arrives.
constexpr std::chrono::minutes clock_allowance{5};

struct Activation {
    Uuid tenant;
    std::string plan;
    std::vector<licensing::Feature> features;
    json::Raw limits;
    Timestamp valid_from;
    Timestamp valid_until;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(Activation, (), (tenant, plan, features, limits, valid_from, valid_until, now))

struct Enqueue {
    Uuid tenant;
    Uuid delivery_id;
    Timestamp now;
};
BOOST_DESCRIBE_STRUCT(Enqueue, (), (tenant, delivery_id, now))

Task<licensing::TenantDocument> document_get(Request& rq, Path<ByTenant> path)
{
    auto const expected = config::detail::split_list(rq.services.get<Settings>().cloud_internal_api_token.reveal());
    auto const given = sha256(rq.http.headers.get("X-Internal-Token"));
    // Hashes are compared, so that not even the length of a token shows.
    if (std::ranges::none_of(expected, [&](auto const& token) { return equal_constant_time(given, sha256(token)); })) {
        throw Problem(Failure::unauthorized, "Send the internal token as X-Internal-Token.");
    }
    co_return document_of(co_await rq.db.one<DocumentRow>(sql::document_get{}, path.value));
}

}  // namespace

licensing::TenantDocument document_of(DocumentRow row)
{
    licensing::TenantDocument document;
    document.tenant = {row.id, row.name, row.status};
    document.revision = row.revision;
    document.owner.email = row.owner_email;
    if (row.setup_token_hash) document.owner.setup_token_hash = hex(*row.setup_token_hash);
    document.owner.setup_expires_at = row.setup_expires_at;
    if (row.plan) {
        document.license = licensing::License{*row.plan, *row.features, json::read_text<licensing::Limits>(row.limits->text),
                                              *row.valid_from, *row.valid_until};
    }
    return document;
}

Task<void> activate(Tx& tx, Uuid tenant, LicenseBody body)
{
    auto const time = now();
    if (body.valid_until <= time) throw Problem(Failure::unprocessable, "licence-over", "valid_until is in the past.");
    Activation const args{tenant, body.plan, body.features, {json::write(body.limits)}, time - clock_allowance, body.valid_until, time};
    co_await tx.run(sql::license_activate{}, args);
}

Task<void> enqueue(Tx& tx, Uuid tenant)
{
    Enqueue const args{tenant, Uuid::v7(), now()};
    co_await tx.run(sql::push_enqueue{}, args);
}

std::vector<Route> routes()
{
    return {route(Verb::get, "/internal/v1/licenses/{tenant}", permission::none, "license_document_get",
                  "A tenant's whole state, for the Cloud", document_get)};
}

}  // namespace mz::licences
