#include "event_reader.hpp"

#include "core/problem.hpp"

#include <gtest/gtest.h>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <random>

namespace mz::ingest {
namespace {

namespace bj = boost::json;

Timestamp const received_at = *Timestamp::parse("2026-11-22T12:00:00Z");
std::string const good = R"({"kind":"log","ts":"2026-11-22T11:59:59Z","data":{"message":"x"}})";

EventLimits small()
{
    return {
        .max_events = 4, .max_event_bytes = 200, .max_depth = 4, .max_future = std::chrono::hours(1), .max_past = std::chrono::hours(24)};
}

std::vector<Event> read(std::string& body, Format format = Format::array, EventLimits limits = small())
{
    EventReader reader(limits);
    return reader.read(body, format, received_at);
}

// "pointer detail" of the refusal's first error, or "accepted".
std::string refusal(std::string body, Format format = Format::array)
{
    try {
        read(body, format);
        return "accepted";
    } catch (Problem const& problem) {
        EXPECT_EQ(problem.failure, Failure::bad_request);
        if (problem.errors.empty()) return "no errors: " + problem.detail;
        return problem.errors[0].pointer + " " + problem.errors[0].detail;
    }
}

std::string event(std::string const& data) { return R"({"kind":"discovery","ts":"2026-11-22T12:00:00Z","data":)" + data + "}"; }
std::string alert(std::string const& data) { return R"([{"kind":"security_alert","ts":"2026-11-22T12:00:00Z","data":)" + data + "}]"; }
std::string at(std::string const& ts) { return R"([{"kind":"log","data":{},"ts":)" + ts + "}]"; }

TEST(event_reader, reads_the_members_in_any_order_and_keeps_the_data_as_it_was_sent)
{
    std::string body =
        R"( [ {"data" : { "a" : [ 1, 2.50 , "\u0041" ] }  , "ts":"2026-11-22T13:00:00.123456+01:00", "kind":"backup_event"},)" + good +
        " ] \n";
    auto const events = read(body);
    ASSERT_EQ(events.size(), 2u);
    EXPECT_EQ(events[0].kind, Kind::backup_event);
    EXPECT_EQ(events[0].ts.to_string(), "2026-11-22T12:00:00.123456Z");
    EXPECT_EQ(events[0].data, R"({ "a" : [ 1, 2.50 , "\u0041" ] })");
    EXPECT_EQ(events[1].kind, Kind::log);
    EXPECT_EQ(events[1].data, R"({"message":"x"})");
}

TEST(event_reader, reads_lines_and_skips_blank_ones)
{
    std::string body = good + "\n\n  \r\n" + good + "\r\n" + good;
    EXPECT_EQ(read(body, Format::lines).size(), 3u);
    std::string nothing = "\n \n";
    EXPECT_TRUE(read(nothing, Format::lines).empty());
    std::string empty = "[]";
    EXPECT_TRUE(read(empty).empty());
}

TEST(event_reader, one_reader_reads_many_batches)
{
    EventReader reader(small());
    for (int i = 0; i < 100; ++i) {
        std::string body =
            "[" + good + (i % 3 == 0 ? "," + event(R"({"a":")" + std::string(static_cast<std::size_t>(i), 'x') + R"("})") : "") + "]";
        EXPECT_EQ(reader.read(body, Format::array, received_at).size(), i % 3 == 0 ? 2u : 1u);
        std::string bad = "[" + good + ",";
        EXPECT_THROW(reader.read(bad, Format::array, received_at), Problem);
    }
}

struct Case {
    std::string body;
    std::string expected;  // the beginning of the refusal
};

void expect(std::vector<Case> const& cases, Format format = Format::array)
{
    for (auto const& [body, expected] : cases) EXPECT_EQ(refusal(body, format).substr(0, expected.size()), expected) << body;
}

TEST(event_reader, refuses_what_is_not_an_array_of_events)
{
    expect({
        {"", " is empty"},
        {"   ", " is empty"},
        {"{}", " must be an array"},
        {"null", " must be an array"},
        {"\"x\"", " must be an array"},
        {good, " must be an array"},
        {"[1]", "/0 must be an object"},
        {"[null]", "/0 must be an object"},
        {"[[]]", "/0 must be an object"},
        {"[" + good + ",\"x\"]", "/1 must be an object"},
        {"[" + good + "," + good + "," + good + "," + good + "," + good + "]", "/4 is one too many"},
    });
}

TEST(event_reader, names_the_event_where_the_text_breaks)
{
    expect({
        {"[", "/0 "},
        {"]", " "},
        {"[" + good, "/0 does not end"},
        {"[" + good + ",", "/1 "},
        {"[" + good + ",]", "/1 "},
        {"[," + good + "]", "/0 "},
        {"[" + good + " " + good + "]", "/1 "},
        {"[" + good + "] x", "/0 "},
        {"[" + good + "]]", "/1 "},
        {"[" + good + "][]", "/1 "},
        {"[" + good + "],[" + good + "]", "/1 "},
        {"[" + good + R"(,{"kind":"log)", "/1 "},
        {"[" + good + R"(,{"kind" "log"}])", "/1 "},
        {"[" + good + R"(,{"kind":"log",}])", "/1 "},
        {"[" + good + R"(,{"kind":"log" "ts":"x"}])", "/1 "},
        {"[" + good + R"(,{kind:"log"}])", "/1 "},
        {"[" + good + R"(,{'kind':'log'}])", "/1 "},
        {"[" + good + ",{\"kind\":\"l\xffog\"}]", "/1 is not UTF-8"},
        {"[\"\xc3\xa9\"," + good + ",{\"kind\":\"\xed\xa0\x80\"}]", "/2 is not UTF-8"},
        {"[" + good + ",\xc3", "/1 is not UTF-8"},
        {"\xef\xbb\xbf[" + good + "]", ""},
        {"[" + good + "] // note", "/"},
    });
    EXPECT_NE(refusal("\xef\xbb\xbf[" + good + "]"), "accepted");
    EXPECT_NE(refusal("[" + good + "]" + std::string(1, '\0')), "accepted");
    EXPECT_NE(refusal("[" + good + "]}"), "accepted");
}

TEST(event_reader, refuses_members_that_are_wrong_missing_unknown_or_doubled)
{
    expect({
        {R"([{}])", "/0/kind is required"},
        {R"([{"kind":"log","data":{}}])", "/0/ts is required"},
        {R"([{"kind":"log","ts":"2026-11-22T12:00:00Z"}])", "/0/data is required"},
        {"[" + good + R"(,{"kind":"nonsense","ts":"2026-11-22T12:00:00Z","data":{}}])", "/1/kind must be one of"},
        {R"([{"kind":"Log"}])", "/0/kind"},
        {R"([{"kind":""}])", "/0/kind"},
        {R"([{"kind":7}])", "/0/kind"},
        {R"([{"kind":null}])", "/0/kind"},
        {R"([{"kind":["log"]}])", "/0/kind"},
        {R"([{"kind":"log","kind":"log"}])", "/0/kind is given twice"},
        {R"([{"ts":"2026-11-22T12:00:00Z","ts":"2026-11-22T12:00:00Z"}])", "/0/ts is given twice"},
        {R"([{"data":{},"data":{}}])", "/0/data is given twice"},
        {R"([{"kind":"log","extra":1}])", "/0/extra is not a known field"},
        {R"([{"a/b~c":1}])", "/0/a~1b~0c is not a known field"},
        {R"([{"":1}])", "/0 is not a known field"},
        {R"([{"kind":"log","ts":"2026-11-22T12:00:00Z","data":[]}])", "/0/data must be an object"},
        {R"([{"kind":"log","ts":"2026-11-22T12:00:00Z","data":"{}"}])", "/0/data must be an object"},
        {R"([{"kind":"log","ts":"2026-11-22T12:00:00Z","data":null}])", "/0/data must be an object"},
    });
}

TEST(event_reader, accepts_an_escaped_member_name)
{
    EXPECT_EQ(refusal(R"([{"\u006bind":"log","ts":"2026-11-22T12:00:00Z","data":{}}])"), "accepted");
}

TEST(event_reader, refuses_times_that_are_malformed_or_far_away)
{
    for (char const* ts : {R"("yesterday")", R"("")", R"("2026-11-22")", R"("2026-11-22 12:00:00Z")", R"("2026-11-22T12:00:00")",
                           R"("2026-13-22T12:00:00Z")", R"("2026-02-30T12:00:00Z")", R"("2026-11-22T24:00:00Z")",
                           R"("2026-11-22T12:60:00Z")", R"("2026-11-22T12:00:00+25:00")", R"("2026-11-22T12:00:00.Z")",
                           R"("2026-11-22T12:00:00Z ")", "1795348800", "null", "{}", R"("2026-11-22T12:00:00\u0000Z")"}) {
        EXPECT_EQ(refusal(at(ts)).substr(0, 6), "/0/ts ") << ts;
    }
    expect({
        {at(R"("2026-11-22T13:00:00Z")"), "accepted"},
        {at(R"("2026-11-22T13:00:00.000001Z")"), "/0/ts is too far in the future"},
        {at(R"("2026-11-21T12:00:00Z")"), "accepted"},
        {at(R"("2026-11-21T11:59:59.999999Z")"), "/0/ts is too far in the past"},
        {at(R"("9999-12-31T23:59:59Z")"), "/0/ts is too far in the future"},
        {at(R"("0001-01-01T00:00:00Z")"), "/0/ts is too far in the past"},
    });
}

TEST(event_reader, walks_every_byte_of_the_data)
{
    for (char const* data : {R"({"a":tru})",
                             R"({"a":truee})",
                             R"({"a":nul})",
                             R"({"a":nulll})",
                             R"({"a":True})",
                             R"({"a":NaN})",
                             R"({"a":Infinity})",
                             R"({"a":-})",
                             R"({"a":01})",
                             R"({"a":-01})",
                             R"({"a":+1})",
                             R"({"a":.5})",
                             R"({"a":1.})",
                             R"({"a":1e})",
                             R"({"a":1e+})",
                             R"({"a":0x10})",
                             R"({"a":1.5.5})",
                             R"({"a":1a})",
                             R"({"a":1e999})",
                             R"({"a":--1})",
                             R"({"a":1 2})",
                             R"({"a":})",
                             R"({"a"})",
                             R"({"a":1,})",
                             R"({,"a":1})",
                             R"({"a":1 "b":2})",
                             R"({"a":[1,]})",
                             R"({"a":[,1]})",
                             R"({"a":[1 2]})",
                             R"({"a":[1})",
                             R"({"a":{"b":1]})",
                             R"({1:2})",
                             R"({a:1})",
                             R"({"a":'b'})",
                             R"({"a":"\x"})",
                             R"({"a":"\u12"})",
                             R"({"a":"\u12G4"})",
                             R"({"a":"\ud800"})",
                             R"({"a":"\ud800\u0041"})",
                             R"({"a":"\udc00"})",
                             R"({"\x":1})",
                             R"({"a":"\u0000"})",
                             R"({"\u0000":1})",
                             R"({"a":[[["\u0000"]]]})",
                             "{\"a\":\"\t\"}",
                             "{\"a\":\"\n\"}",
                             R"({"a":undefined})",
                             R"({"a":/**/1})",
                             R"({"a":[1,2)",
                             R"({"a":[]]})",
                             R"({"a":{}}})"}) {
        auto const answer = refusal("[" + good + "," + event(data) + "]");
        EXPECT_NE(answer, "accepted") << data;
        EXPECT_NE(refusal("[" + event(data) + "]"), "accepted") << data;
        EXPECT_NE(refusal(event(data), Format::lines), "accepted") << data;
    }
    for (char const* data :
         {R"({})", R"({ })", R"({"a":null,"b":true,"c":false})", R"({"a":1,"a":2})", R"({"a":-0})", R"({"a":-0.0e-5})", R"({"a":1E+10})",
          R"({"a":18446744073709551616})", R"({"a":123456789012345678901234567890})", R"({"a":1e-999})", R"({"a":"\ud83d\ude00"})",
          R"({"":"","a":[]})", "{\n\t\"a\" : [ { } , [ ] ]\r\n}", R"({"a":"\"\\\/\b\f\n\r\t"})"}) {
        EXPECT_EQ(refusal("[" + event(data) + "]"), "accepted") << data;
        std::string line = event(data);
        std::erase(line, '\n');
        EXPECT_EQ(refusal(line, Format::lines), "accepted") << data;
    }
}

TEST(event_reader, refuses_data_that_is_too_deep_or_too_large)
{
    expect({
        {"[" + event(R"({"a":[[[1]]]})") + "]", "/0/data is nested deeper than 4 levels"},
        {"[" + event(R"({"a":[[1]]})") + "]", "accepted"},
        {"[" + good + "," + event(R"({"a":{"a":{"a":{"a":1}}}})") + "]", "/1/data is nested deeper"},
        {"[" + good + "," + event(R"({"a":")" + std::string(191, 'x') + R"("})") + "]", "accepted"},
        {"[" + good + "," + event(R"({"a":")" + std::string(193, 'x') + R"("})") + "]", "/1/data has more than 200 bytes"},
    });
    std::string abyss = "[" + event(R"({"a":)" + std::string(100000, '['));
    EXPECT_NE(refusal(abyss), "accepted");
    EXPECT_EQ(refusal("[" + event(R"({"a":)" + std::string(100000, '[') + std::string(100000, ']') + "}") + "]"),
              "/0/data is nested deeper than 4 levels");
}

TEST(event_reader, names_the_line_that_is_wrong)
{
    expect(
        {
            {good + "\n" + "x", "/1 "},
            {good + "\n\n" + R"({"kind":"log")", "/1 "},
            {good + "\n" + good + " {}", "/1 "},
            {good + "\n" + good + "]", "/1 "},
            {good + "\n" + "[" + good + "]", "/1 must be an object"},
            {good + "\n" + good + "\n" + "\"\xff\"", "/2 is not UTF-8"},
            {good + "\n" + R"({"kind":"what","ts":"2026-11-22T12:00:00Z","data":{}})", "/1/kind"},
            {good.substr(0, 20) + "\n" + good.substr(20), "/0 "},
            {good + "\n" + good + "\n" + good + "\n" + good + "\n" + good, "/4 is one too many"},
        },
        Format::lines);
}

TEST(event_reader, checks_the_shape_of_a_security_alert)
{
    EXPECT_EQ(refusal(alert(R"({"severity":"high","title":"New port"})")), "accepted");
    EXPECT_EQ(refusal(alert(R"({"severity":"info","title":"New port","rule":null,"detail":null})")), "accepted");
    EXPECT_EQ(refusal(alert(R"({"title":"ż","severity":"critical","rule":"ports","detail":{"port":8080,"path":["a"]}})")), "accepted");
    expect({
        {alert(R"({})"), "/0/data/severity is required"},
        {alert(R"({"severity":"high"})"), "/0/data/title is required"},
        {alert(R"({"severity":"urgent","title":"x"})"), "/0/data/severity must be one of"},
        {alert(R"({"severity":"high","title":""})"), "/0/data/title must have 1"},
        {alert(R"({"severity":"high","title":"a\u0007"})"), "/0/data/title has control characters"},
        {alert(R"({"severity":"high","title":7})"), "/0/data/title must be a string"},
        {alert(R"({"severity":"high","title":"x","detail":[]})"), "/0/data/detail must be an object"},
        {alert(R"({"severity":"high","title":"x","more":1})"), "/0/data/more is not a known field"},
    });
}

// Random values as boost::json makes them; strings with everything that needs an escape, and numbers of every size.
class Generator {
public:
    explicit Generator(std::uint32_t seed) : random_(seed) {}

    bj::object object(int depth)
    {
        bj::object out;
        for (auto n = pick(4); n > 0; --n) out[text()] = value(depth - 1);
        return out;
    }

    std::size_t pick(std::size_t below) { return random_() % below; }

    std::string blank()
    {
        static constexpr std::array<char const*, 5> blanks{"", "", " ", "\t", " \r\n "};
        return blanks[pick(blanks.size())];
    }

private:
    std::string text()
    {
        static constexpr std::array<char const*, 9> pieces{"a", "\"", "\\", "\n", "\x01", "/", "ż", "\xf0\x9f\x98\x80", "plain words"};
        std::string out;
        for (auto n = pick(5); n > 0; --n) out += pieces[pick(pieces.size())];
        return out;
    }

    bj::value value(int depth)
    {
        switch (pick(depth > 0 ? 8 : 6)) {
            case 0: return nullptr;
            case 1: return pick(2) == 0;
            case 2: return text().c_str();
            case 3: return static_cast<std::int64_t>(random_()) - 2147483648LL;
            case 4: return static_cast<double>(random_()) / 7.0 * std::pow(10.0, static_cast<double>(pick(40)) - 20.0);
            case 5: return std::uint64_t{random_()} << 32U | random_();
            case 6: return object(depth);
            default: {
                bj::array out;
                for (auto n = pick(4); n > 0; --n) out.push_back(value(depth - 1));
                return out;
            }
        }
    }

    std::mt19937 random_;
};

TEST(event_reader, reads_the_same_values_as_another_parser)
{
    EventLimits const roomy{};
    EventReader reader(roomy);
    for (std::uint32_t seed = 0; seed < 500; ++seed) {
        Generator random(seed);
        std::string body = "[";
        std::string lines;
        std::vector<bj::object> sent;
        for (auto n = random.pick(20); n > 0; --n) {
            bj::object data = random.object(5);
            auto const one = random.blank() + R"({"data":)" + random.blank() + bj::serialize(data) + random.blank() +
                             R"(,"kind":"telemetry","ts":"2026-11-22T11:00:00Z"})" + random.blank();
            body += (sent.empty() ? "" : ",") + one;
            std::string line = one;
            std::ranges::replace(line, '\n', ' ');
            lines += line + "\n";
            sent.push_back(bj::parse(bj::serialize(data)).as_object());
        }
        body += "]";
        for (auto const format : {Format::array, Format::lines}) {
            auto& text = format == Format::array ? body : lines;
            auto const events = reader.read(text, format, received_at);
            ASSERT_EQ(events.size(), sent.size()) << text;
            for (std::size_t i = 0; i < sent.size(); ++i) EXPECT_EQ(bj::parse(events[i].data), sent[i]) << text;
        }
    }
}

// Whatever is accepted must be acceptable to the reader of the backlog too, which is Boost.JSON.
TEST(event_reader, what_it_accepts_of_mutilated_batches_another_parser_accepts_too)
{
    EventReader reader(EventLimits{});
    std::mt19937 random(7);
    int accepted = 0;
    for (int round = 0; round < 20000; ++round) {
        Generator generator(static_cast<std::uint32_t>(round % 100));
        std::string body = "[" + event(bj::serialize(generator.object(4))) + "," + good + "]";
        for (auto n = 1 + random() % 2; n > 0; --n) {
            auto const place = random() % body.size();
            static constexpr std::string_view replacements = "\"\\{}[],:0e.-\x01\xff tnul/";
            switch (random() % 3) {
                case 0: body[place] = replacements[random() % replacements.size()]; break;
                case 1: body.erase(place, 1); break;
                default: body.insert(place, 1, replacements[random() % replacements.size()]);
            }
        }
        std::string const before = body;
        try {
            reader.read(body, Format::array, received_at);
            ++accepted;
            boost::system::error_code error;
            bj::parse(before, error);
            EXPECT_FALSE(error) << before;
        } catch (Problem const&) {
            EXPECT_EQ(body, before);
        }
    }
    EXPECT_GT(accepted, 100);
}

}  // namespace
}  // namespace mz::ingest
