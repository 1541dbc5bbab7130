#pragma once
#include "json/value.hpp"
#include "licensing/document.hpp"

#include <boost/describe.hpp>

#include <optional>
#include <string>
#include <vector>

namespace mz::licences {

struct ByTenant {
    Uuid tenant;
};
BOOST_DESCRIBE_STRUCT(ByTenant, (), (tenant))

// A tenant's state as sql/document_get.sql selects it.
struct DocumentRow {
    Uuid id;
    std::string name;
    licensing::TenantStatus status{};
    std::int64_t revision = 0;
    Email owner_email;
    std::optional<Bytes> setup_token_hash;
    std::optional<Timestamp> setup_expires_at;
    std::optional<std::string> plan;
    std::optional<std::vector<licensing::Feature>> features;
    std::optional<json::Raw> limits;
    std::optional<Timestamp> valid_from;
    std::optional<Timestamp> valid_until;
};
BOOST_DESCRIBE_STRUCT(DocumentRow, (),
                      (id, name, status, revision, owner_email, setup_token_hash, setup_expires_at, plan, features, limits, valid_from,
                       valid_until))

licensing::TenantDocument document_of(DocumentRow row);

}  // namespace mz::licences
