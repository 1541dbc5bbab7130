#include "mail/mail.hpp"
#include "mail/sealed.hpp"
#include "test_backend.hpp"
#include "testing/run_task.hpp"

namespace mz::mail {
namespace {

using backend::test::Backend;

KeyRing const& keys()
{
    static KeyRing const ring({Secret<std::string>(std::string(32, 'k'))});
    return ring;
}

Letter invitation()
{
    Timestamp const until{1'800'000'000'000'000};
    return {"ann@alder.example", Language::pl, Invitation{"Olga", "Alder", "/setup#token=one-time", until}};
}

class outbox : public ::testing::Test {
protected:
    outbox() : cloud({}, [](net::Worker, web::Services&) {}), tenant(cloud.make_tenant()) {}

    Task<Uuid> write(pg::Pool& pool, bool commit)
    {
        pg::Transaction tx(co_await pool.acquire(), pg::Entry{tenant, std::nullopt});
        auto const id = co_await send(tx, keys(), invitation());
        if (commit) co_await tx.commit();
        co_return id;
    }
    Uuid written(bool commit)
    {
        asio::io_context io;
        pg::Pool pool(io, cloud.database.url("monozu_app"), {});
        return testing::run_task(io, write(pool, commit));
    }

    Backend cloud;
    Uuid tenant;
};

TEST_F(outbox, a_letter_waits_once_its_transaction_is_committed)
{
    auto const id = written(true).to_string();
    EXPECT_EQ(cloud.value("select state || ' ' || kind || ' ' || language from mail.outbox where id = '" + id + "'"),
              "queued invitation pl");
    EXPECT_EQ(cloud.value("select valid_until = timestamptz '2027-01-15 08:00:00Z' from mail.outbox"), "true");
    EXPECT_EQ(cloud.value("select id from mail.queue where due_at <= now()"), id);
}

TEST_F(outbox, a_letter_of_a_transaction_that_is_rolled_back_was_never_written)
{
    written(false);
    EXPECT_EQ(cloud.value("select (select count(*) from mail.outbox) + (select count(*) from mail.queue)"), "0");
}

TEST_F(outbox, the_database_shows_neither_the_recipient_nor_the_link)
{
    written(true);
    auto const row = cloud.superuser.run("select recipient, content from mail.outbox");
    std::string const recipient(row.value(0, 0));
    std::string const content(row.value(0, 1));
    EXPECT_EQ(recipient.find("alder"), std::string::npos);
    EXPECT_EQ(content.find("one-time"), std::string::npos);
    EXPECT_EQ(open_recipient(keys(), Bytes(recipient)), Email("ann@alder.example"));
    auto const opened = open_content(keys(), LetterKind::invitation, Bytes(content));
    ASSERT_TRUE(opened);
    EXPECT_EQ(std::get<Invitation>(*opened).path, "/setup#token=one-time");
    KeyRing const others({Secret<std::string>(std::string(32, 'o'))});
    EXPECT_FALSE(open_content(others, LetterKind::invitation, Bytes(content)));
}

}  // namespace
}  // namespace mz::mail
