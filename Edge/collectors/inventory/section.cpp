#include "collectors/inventory/section.hpp"

#include "core/crypto.hpp"
#include "core/log.hpp"

#include <fmt/format.h>

#include <utility>

namespace mz::edge {
namespace {

constexpr std::size_t hash_characters = 32;

// Of what stands around the items in an event: the names, two digests.
constexpr std::size_t frame_bytes = 512;

std::string hash_of(std::string_view item) { return hex(sha256(item)).substr(0, hash_characters); }

// Gathers changes into events of a bounded size.
class Teller {
public:
    Teller(Section section, std::optional<Told> told, std::size_t max_bytes, Timestamp at)
        : section_(section), told_(std::move(told)), room_(max_bytes - std::min(max_bytes, frame_bytes)), at_(at)
    {
        if (!told_) begin_anew();
    }

    void put(std::string const& key, std::string const& item, std::string hash)
    {
        make_room(item.size() + 1);
        if (!put_.empty()) put_ += ',';
        put_ += item;
        change_.put.insert_or_assign(key, std::move(hash));
        pending_ = true;
    }

    void gone(std::string const& key)
    {
        std::string text;
        json::append_string(text, key);
        make_room(text.size() + 1);
        if (!gone_.empty()) gone_ += ',';
        gone_ += text;
        change_.gone.push_back(key);
        pending_ = true;
    }

    std::vector<Telling> finish()
    {
        if (pending_) flush();
        if (out_.empty()) out_.push_back({head(told_->digest()) + "}", {}});
        return std::move(out_);
    }

private:
    void begin_anew()
    {
        told_.emplace().full_at = at_;
        change_.full_at = at_;
        pending_ = true;
    }

    void make_room(std::size_t bytes)
    {
        if (put_.size() + gone_.size() + bytes > room_ && !(put_.empty() && gone_.empty())) flush();
    }

    std::string head(std::string const& digest) const
    {
        return fmt::format(R"({{"type":"inventory","section":"{}","digest":"{}")", name_of(section_), digest);
    }

    void flush()
    {
        auto const base = told_->digest();
        change_.section = section_;
        apply(change_, *told_);
        auto data = head(told_->digest());
        if (change_.full_at) data += fmt::format(R"(,"full":true,"items":[{}]}})", put_);
        else data += fmt::format(R"(,"base":"{}","put":[{}],"gone":[{}]}})", base, put_, gone_);
        out_.push_back({std::move(data), std::exchange(change_, {})});
        put_.clear();
        gone_.clear();
        pending_ = false;
    }

    Section section_;
    std::optional<Told> told_;
    std::size_t room_;
    Timestamp at_;
    Change change_;
    std::string put_;
    std::string gone_;
    bool pending_ = false;
    std::vector<Telling> out_;
};

}  // namespace

std::string Told::digest() const
{
    std::string all;
    for (auto const& [key, hash] : hashes) {
        all += key;
        all += '\0';
        all += hash;
    }
    return hex(sha256(all));
}

void apply(Change const& change, Told& told)
{
    if (change.full_at) told = {*change.full_at, {}};
    for (auto const& key : change.gone) told.hashes.erase(key);
    for (auto const& [key, hash] : change.put) told.hashes.insert_or_assign(key, hash);
}

std::vector<Telling> tell(Section section, Items items, std::optional<Told> told, std::size_t max_bytes, Timestamp at)
{
    auto const too_large = [&](auto const& item) { return item.first.size() + item.second.size() + frame_bytes > max_bytes; };
    if (auto const lost = std::erase_if(items, too_large); lost > 0)
        log::warn("parts of the inventory are too large to be sent", {{"section", name_of(section)}, {"items", lost}});
    auto const known = told ? told->hashes : std::map<std::string, std::string>();
    Teller teller(section, std::move(told), max_bytes, at);
    for (auto const& [key, hash] : known) {
        if (!items.contains(key)) teller.gone(key);
    }
    for (auto const& [key, item] : items) {
        auto hash = hash_of(item);
        auto const found = known.find(key);
        if (found == known.end() || found->second != hash) teller.put(key, item, std::move(hash));
    }
    return teller.finish();
}

}  // namespace mz::edge
