#include "mailer/message.hpp"

#include <gmime/gmime.h>

#include <algorithm>
#include <memory>
#include <string_view>

namespace mz::mailer {
namespace {

constexpr std::size_t longest_key = 256;
constexpr std::int64_t microseconds_a_second = 1'000'000;

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Unref>;

void start_gmime()
{
    static bool const once = [] {
        g_mime_init();
        return true;
    }();
    (void)once;
}

bool is_one_line(std::string_view text)
{
    return std::ranges::none_of(text, [](unsigned char c) { return c < 0x20 || c == 0x7f; });
}

bool is_field_name(std::string_view name)
{
    return !name.empty() && std::ranges::all_of(name, [](unsigned char c) { return c > 0x20 && c < 0x7f && c != ':'; });
}

bool is_key(std::string_view key)
{
    return !key.empty() && key.size() <= longest_key &&
           std::ranges::all_of(key, [](unsigned char c) { return g_ascii_isalnum(static_cast<char>(c)) || c == '-'; });
}

Owned<InternetAddressList> parse(std::string const& mailbox)
{
    start_gmime();
    return Owned<InternetAddressList>(internet_address_list_parse(nullptr, mailbox.c_str()));
}

void set_mailbox(GMimeMessage* message, GMimeAddressType type, std::string const& mailbox)
{
    if (mailbox.empty()) return;
    auto const list = parse(mailbox);
    internet_address_list_append(g_mime_message_get_addresses(message, type), list.get());
}

Owned<GMimeTextPart> make_part(char const* subtype, std::string const& text)
{
    Owned<GMimeTextPart> part(g_mime_text_part_new_with_subtype(subtype));
    g_mime_text_part_set_charset(part.get(), "utf-8");
    Owned<GMimeStream> const stream(g_mime_stream_mem_new_with_buffer(text.data(), text.size()));
    Owned<GMimeDataWrapper> const content(g_mime_data_wrapper_new_with_stream(stream.get(), GMIME_CONTENT_ENCODING_DEFAULT));
    g_mime_part_set_content(GMIME_PART(part.get()), content.get());
    g_mime_part_set_content_encoding(GMIME_PART(part.get()), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
    return part;
}

void set_body(GMimeMessage* message, Message const& from)
{
    auto const text = make_part("plain", from.text);
    if (from.html.empty()) {
        g_mime_message_set_mime_part(message, GMIME_OBJECT(text.get()));
        return;
    }
    auto const html = make_part("html", from.html);
    Owned<GMimeMultipart> const both(g_mime_multipart_new_with_subtype("alternative"));
    g_mime_multipart_add(both.get(), GMIME_OBJECT(text.get()));
    g_mime_multipart_add(both.get(), GMIME_OBJECT(html.get()));
    g_mime_message_set_mime_part(message, GMIME_OBJECT(both.get()));
}

}  // namespace

std::string address_of(std::string const& mailbox)
{
    if (!is_one_line(mailbox)) return {};
    auto const list = parse(mailbox);
    if (!list || internet_address_list_length(list.get()) != 1) return {};
    auto* const only = internet_address_list_get_address(list.get(), 0);
    if (!INTERNET_ADDRESS_IS_MAILBOX(only)) return {};
    char const* const address = internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(only));
    std::string out(address == nullptr ? "" : address);
    auto const at = out.find('@');
    return at == std::string::npos || at == 0 || at + 1 == out.size() ? std::string{} : out;
}

std::string fault_of(Message const& message)
{
    if (address_of(message.from).empty()) return "the sender is no mailbox";
    if (address_of(message.to).empty()) return "the recipient is no mailbox";
    if (!message.reply_to.empty() && address_of(message.reply_to).empty()) return "the address for replies is no mailbox";
    if (!is_one_line(message.subject)) return "the subject has a control character";
    for (auto const& [name, value] : message.headers) {
        if (!is_field_name(name) || !is_one_line(value)) return "a header field is malformed";
    }
    return is_key(message.idempotency_key) ? "" : "the idempotency key is malformed";
}

std::string to_mime(Message const& from)
{
    start_gmime();
    Owned<GMimeMessage> const message(g_mime_message_new(FALSE));
    set_mailbox(message.get(), GMIME_ADDRESS_TYPE_FROM, from.from);
    set_mailbox(message.get(), GMIME_ADDRESS_TYPE_TO, from.to);
    set_mailbox(message.get(), GMIME_ADDRESS_TYPE_REPLY_TO, from.reply_to);
    g_mime_message_set_subject(message.get(), from.subject.c_str(), "utf-8");
    auto* const date = g_date_time_new_from_unix_utc(from.date.microseconds / microseconds_a_second);
    g_mime_message_set_date(message.get(), date);
    g_date_time_unref(date);
    auto const sender = address_of(from.from);
    g_mime_message_set_message_id(message.get(), (from.idempotency_key + sender.substr(sender.find('@'))).c_str());
    for (auto const& [name, value] : from.headers) {
        g_mime_object_set_header(GMIME_OBJECT(message.get()), name.c_str(), value.c_str(), "utf-8");
    }
    set_body(message.get(), from);
    auto* const format = g_mime_format_options_new();
    g_mime_format_options_set_newline_format(format, GMIME_NEWLINE_FORMAT_DOS);
    std::unique_ptr<char, decltype(&g_free)> const written(g_mime_object_to_string(GMIME_OBJECT(message.get()), format), &g_free);
    g_mime_format_options_free(format);
    return written.get();
}

}  // namespace mz::mailer
