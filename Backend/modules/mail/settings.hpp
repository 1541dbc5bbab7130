#pragma once
#include "mailer/transport.hpp"

namespace mz::mail {

// Named settings, read from the environment in upper case.
struct MailSettings : mailer::TransportSettings {
    std::string mail_from = "Monozu Cloud <no-reply@monozu.localhost>";
    std::string mail_reply_to;                            // empty: answers go to mail_from
    std::string cloud_app_url = "http://127.0.0.1:3000";  // where people use the product; links in letters start with it
    int mail_retry_first_seconds = 5;                     // before the second attempt; doubled each time up to
    int mail_retry_longest_seconds = 1800;                // this
    int mail_give_up_hours = 20;                          // less than the 24 hours for which a provider knows a letter again
    int mail_lease_seconds = 60;                          // until a letter whose sender died is taken up by another
    int mail_poll_milliseconds = 2000;                    // for what a lost notification would have said, and what is due again
    int mail_retention_days = 90;                         // that the list shows what became of a letter
    int mail_upkeep_minutes = 60;
};
BOOST_DESCRIBE_STRUCT(MailSettings, (mailer::TransportSettings),
                      (mail_from, mail_reply_to, cloud_app_url, mail_retry_first_seconds, mail_retry_longest_seconds, mail_give_up_hours,
                       mail_lease_seconds, mail_poll_milliseconds, mail_retention_days, mail_upkeep_minutes))

}  // namespace mz::mail
