#pragma once
#include "core/clock.hpp"
#include "core/problem.hpp"
#include "oidc/id_token.hpp"
#include "oidc/test_key.hpp"
#include "testing/fake_clock.hpp"

#include <gtest/gtest.h>
#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/value_from.hpp>

namespace mz::oidc::test {

inline std::string const tid = "5f6f1e0a-33c2-4f0e-8f5e-5c0b3a8f9b11";
inline std::string const other_tid = "0d8e2f5b-0c7b-4a3d-9a52-7d5b1f2c6e22";
inline std::string const oid = "8c1b6c1e-7a5f-4c38-9d4e-2b6a7f3d5c33";
inline std::string const login = "https://login.example/";

using boost::json::array;
using boost::json::object;

// The id_tokens of a provider that looks like Entra, at a time that stands still. `refused` is the check that a token fails.
class id_token : public ::testing::Test {
protected:
    static TestKey const& rsa()
    {
        static TestKey const key = TestKey::rsa("first");
        return key;
    }
    static TestKey const& stranger()
    {
        static TestKey const key = TestKey::rsa("first");
        return key;
    }
    static TestKey const& ec()
    {
        static TestKey const key = TestKey::ec("curved");
        return key;
    }

    static std::int64_t seconds(int from_now = 0) { return now().microseconds / 1000000 + from_now; }

    static object claims()
    {
        return {{"iss", login + tid + "/v2.0"}, {"aud", "our-client"}, {"sub", "pairwise"},  {"tid", tid},        {"oid", oid},
                {"nonce", "our-nonce"},         {"exp", seconds(300)}, {"nbf", seconds(-5)}, {"iat", seconds(-5)}};
    }
    template <class T>
    static object with(std::string_view name, T const& value)
    {
        auto out = claims();
        out[name] = boost::json::value_from(value);
        return out;
    }
    static object without(std::string_view name)
    {
        auto out = claims();
        out.erase(name);
        return out;
    }

    static std::string header(object more)
    {
        object out{{"alg", "RS256"}, {"kid", "first"}};
        for (auto& [name, value] : more) out[name] = std::move(value);
        return boost::json::serialize(out);
    }
    static std::string text(object const& value) { return boost::json::serialize(value); }

    static std::string key_set(std::vector<object> keys)
    {
        array all;
        for (auto& key : keys) all.emplace_back(std::move(key));
        return boost::json::serialize(object{{"keys", std::move(all)}});
    }

    Identity verify(std::string const& token) const
    {
        return verify_id_token(token, read_keys(key_set(jwks), settings), expected, settings);
    }

    std::string refused(std::string const& token) const
    {
        try {
            verify(token);
            return "nothing";
        } catch (Problem const& problem) {
            EXPECT_EQ(problem.type, "oidc-id-token-invalid");
            EXPECT_EQ(problem.failure, Failure::unprocessable);
            EXPECT_EQ(problem.detail.find("our-nonce"), std::string::npos) << problem.detail;
            EXPECT_TRUE(token.size() < 20 || problem.detail.find(token.substr(token.size() - 20)) == std::string::npos) << problem.detail;
            EXPECT_EQ(problem.members.at(0).name, "check");
            return boost::json::parse(problem.members.at(0).json).as_string().c_str();
        }
    }
    std::string refused(object const& changed) const { return refused(rsa().sign("RS256", changed)); }

    testing::FakeClock clock;
    Settings settings;
    std::vector<object> jwks{rsa().jwk(), ec().jwk()};
    Expectation expected{login + tid + "/v2.0", "our-client", {}, "our-nonce", std::nullopt, Secret<std::string>("our-access-token")};
};

}  // namespace mz::oidc::test
