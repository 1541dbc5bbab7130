#include "mail/render.hpp"

#include "json/traits.hpp"
#include "mail_templates.hpp"

#include <gtest/gtest.h>

#include <regex>
#include <set>

namespace mz::mail {
namespace {

constexpr auto app = "https://cloud.example";
constexpr Timestamp at{1'795'356'305'000'000};  // 2026-11-22 14:05:05 UTC
constexpr auto hostile = "<b>Ann</b> & \"Bob\"\r\n# Not a heading\n[Not a link](https://elsewhere.example) {{app}}";

std::vector<Content> every_letter(std::string const& text)
{
    std::vector<Content> out{Invitation{text, text, "/setup#token=a.b&c=d", at},
                             PasswordReset{"/reset#token=a.b&c=d", at},
                             PasswordChanged{text, at},
                             NewSignIn{text, text, at},
                             PasswordManaged{text, "/login"},
                             BreakGlassUsed{text, text, at}};
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<FactorChange>>(
        [&](auto change) { out.emplace_back(SecondFactorChanged{change.value, text, at}); });
    return out;
}

template <class Check>
void each(std::string const& text, Check check)
{
    for (auto const language : {Language::en, Language::pl}) {
        for (auto const& content : every_letter(text)) {
            SCOPED_TRACE(std::string(boost::describe::enum_to_string(kind_of(content), "")) + "." +
                         boost::describe::enum_to_string(language, ""));
            check(content, language, render(content, language, app));
        }
    }
}

std::set<std::string> found(std::string const& in, char const* pattern)
{
    std::regex const expression(pattern);
    std::set<std::string> out;
    for (std::sregex_iterator it(in.begin(), in.end(), expression), end; it != end; ++it) out.insert((*it)[1]);
    return out;
}

std::string unescaped(std::string text)
{
    for (auto const& [entity, meaning] : {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}, {"&amp;", "&"}}) {
        text = std::regex_replace(text, std::regex(entity), meaning);
    }
    return text;
}

TEST(letters, read_well_in_english)
{
    auto const letter = render(Invitation{"Olga Nowak", "Alder & Sons", "/setup#token=a.b", at}, Language::en, app);
    EXPECT_EQ(letter.subject, "Olga Nowak invites you to Alder & Sons");
    EXPECT_EQ(letter.text,
              "You are invited to Alder & Sons\n"
              "\n"
              "Olga Nowak invites you to work with Alder & Sons in Monozu Cloud.\n"
              "\n"
              "Accept the invitation:\n"
              "https://cloud.example/setup#token=a.b\n"
              "\n"
              "Valid until: 22 November 2026, 14:05 UTC\n"
              "\n"
              "If you do not know Olga Nowak, there is nothing to do: an invitation that nobody accepts expires by itself.\n"
              "\n"
              "-- \n"
              "Monozu Cloud\n"
              "https://cloud.example\n");
    EXPECT_NE(letter.html.find("You are invited to Alder &amp; Sons</h1>"), std::string::npos);
    EXPECT_NE(letter.html.find("<html lang=\"en\">"), std::string::npos);
}

TEST(letters, read_well_in_polish)
{
    auto const letter = render(NewSignIn{"Firefox, Windows", "Kraków", at}, Language::pl, app);
    EXPECT_EQ(letter.subject, "Nowe logowanie na Twoje konto");
    EXPECT_EQ(letter.text,
              "Nowe logowanie na Twoje konto\n"
              "\n"
              "Ktoś zalogował się na Twoje konto w Monozu Cloud z urządzenia, którego wcześniej nie używano.\n"
              "\n"
              "Urządzenie: Firefox, Windows\n"
              "Miejsce: Kraków\n"
              "Czas: 22 listopada 2026, 14:05 UTC\n"
              "\n"
              "Otwórz Monozu Cloud:\n"
              "https://cloud.example\n"
              "\n"
              "Jeśli to Ty, nie musisz nic robić. Jeśli nie, natychmiast ustaw nowe hasło i zakończ tę sesję w swoim profilu.\n"
              "\n"
              "-- \n"
              "Monozu Cloud\n"
              "https://cloud.example\n");
}

TEST(letters, say_each_of_their_values)
{
    each("a value of its own", [](Content const& content, Language language, Rendered const& letter) {
        std::visit(
            [&](auto const& said) {
                boost::mp11::mp_for_each<json::Members<std::remove_cvref_t<decltype(said)>>>([&](auto member) {
                    auto const& value = said.*member.pointer;
                    std::string wanted;
                    if constexpr (std::same_as<std::remove_cvref_t<decltype(value)>, Timestamp>) wanted = in_words(value, language);
                    else if constexpr (std::same_as<std::remove_cvref_t<decltype(value)>, std::string>) wanted = value;
                    EXPECT_NE(letter.text.find(wanted), std::string::npos) << member.name;
                    EXPECT_NE(unescaped(letter.html).find(wanted), std::string::npos) << member.name;
                });
            },
            content);
        EXPECT_FALSE(letter.subject.empty());
        EXPECT_EQ((letter.subject + letter.text + letter.html).find("{{"), std::string::npos);
    });
}

TEST(letters, of_a_changed_factor_say_what_changed_and_nothing_else)
{
    std::set<std::string> sentences;
    int letters = 0;
    each("x", [&](Content const& content, Language, Rendered const& letter) {
        if (kind_of(content) != LetterKind::second_factor_changed) return;
        auto const start = letter.text.find("\n\n") + 2;
        sentences.insert(letter.text.substr(start, letter.text.find('\n', start) - start));
        EXPECT_EQ(letter.text.find("\n\n\n"), std::string::npos);
        ++letters;
    });
    EXPECT_EQ(sentences.size(), static_cast<std::size_t>(letters));
    for (auto const& sentence : sentences) EXPECT_NE(sentence.find("Monozu Cloud"), std::string::npos) << sentence;
}

TEST(letters, have_the_same_links_in_both_twins)
{
    each("x", [](Content const&, Language, Rendered const& letter) {
        std::set<std::string> in_html;
        for (auto const& link : found(letter.html, "href=\"([^\"]*)\"")) in_html.insert(unescaped(link));
        EXPECT_EQ(in_html, found(letter.text, R"((https?://\S+))"));
        EXPECT_TRUE(in_html.contains(app));
    });
}

TEST(letters, never_take_what_people_wrote_for_markup)
{
    each(hostile, [](Content const&, Language, Rendered const& letter) {
        EXPECT_EQ(letter.html.find("<b>"), std::string::npos);
        EXPECT_EQ(letter.html.find("\"Bob\""), std::string::npos);
        for (auto const& link : found(letter.html, "href=\"([^\"]*)\"")) EXPECT_EQ(link.find("elsewhere"), std::string::npos);
        EXPECT_EQ(letter.subject.find_first_of("\r\n"), std::string::npos);
        EXPECT_EQ(letter.text.find("\n# Not"), std::string::npos);
        EXPECT_EQ(letter.text.find("\n[Not"), std::string::npos);
    });
    auto const letter = render(Invitation{hostile, "Alder", "/setup", at}, Language::en, app);
    EXPECT_NE(letter.html.find("&lt;b&gt;Ann&lt;/b&gt;"), std::string::npos);
    EXPECT_NE(letter.text.find("{{app}}"), std::string::npos) << "a value is not a template";
}

TEST(letters, name_only_values_that_they_have)
{
    std::set<std::string> known{"app", "link"};
    for (auto const& content : every_letter("")) {
        std::visit(
            [&](auto const& said) {
                boost::mp11::mp_for_each<json::Members<std::remove_cvref_t<decltype(said)>>>(
                    [&](auto member) { known.insert(member.name); });
            },
            content);
    }
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<FactorChange>>([&](auto change) { known.insert(change.name); });
    for (auto const& file : templates::files) {
        if (file.name == "layout.html") continue;
        for (auto const& name : found(std::string(file.text), R"(\{\{[#/]?(\w+)\}\})"))
            EXPECT_TRUE(known.contains(name)) << file.name << " " << name;
    }
}

}  // namespace
}  // namespace mz::mail
