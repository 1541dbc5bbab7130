#pragma once
#include <boost/json/value.hpp>

#include <cstdint>
#include <map>
#include <string>

namespace mz::testing {

// One blocking HTTP exchange with a server of the test on 127.0.0.1, by libcurl, so that a test reads from top to bottom.
struct Exchange {
    std::string method = "GET";
    std::string path;
    std::string body;
    std::map<std::string, std::string> headers;
};

struct Answer {
    int status = 0;                              // 0: no answer at all
    std::map<std::string, std::string> headers;  // names in lower case; of several with one name, the last
    std::string body;

    boost::json::value json() const;  // null where the body is not JSON
};

Answer exchange(std::uint16_t port, Exchange request);

// The same with a bearer token and, where given, a JSON body.
Answer call(std::uint16_t port, std::string method, std::string path, std::string token = {}, std::string json_body = {});

}  // namespace mz::testing
