#pragma once
#include <boost/describe.hpp>

namespace mz::oidc {

// Named settings, read from the environment in upper case. A program's settings inherit from them.
struct Settings {
    long oidc_timeout_milliseconds = 10000;  // one call to a provider, whole
    long oidc_response_bytes = 512L * 1024;  // metadata, keys or tokens; Entra's keys are about 30 kB
    long oidc_id_token_bytes = 32L * 1024;   // 200 groups, as many as Entra puts into one, are about 12 kB
    long oidc_metadata_seconds = 3600;       // how long a provider's metadata is believed
    long oidc_keys_seconds = 24L * 3600;     // how long its keys are, when none is missed: Entra says a day at most
    long oidc_keys_refetch_seconds = 60;     // a key that is missed is looked for at most this often, whoever sends the tokens
    long oidc_leeway_seconds = 60;           // by how much its clock may differ from ours
    long oidc_providers = 1000;              // remembered at once; the one that was not asked for longest gives way
    long oidc_keys = 100;                    // one provider's; with more of them its keys are refused
    long oidc_rsa_bits = 2048;               // a shorter RSA key is as good as none
};
BOOST_DESCRIBE_STRUCT(Settings, (),
                      (oidc_timeout_milliseconds, oidc_response_bytes, oidc_id_token_bytes, oidc_metadata_seconds, oidc_keys_seconds,
                       oidc_keys_refetch_seconds, oidc_leeway_seconds, oidc_providers, oidc_keys, oidc_rsa_bits))

}  // namespace mz::oidc
