#pragma once
#include "mailer/message.hpp"

namespace mz::mailer::test {

inline Message message()
{
    Message out;
    out.from = "Monozu Cloud <no-reply@monozu.example>";
    out.to = "Żaneta <zaneta@alder.example>";
    out.subject = "Zażółć gęślą jaźń — to naprawdę długi temat, który nie mieści się w jednym wierszu nagłówka";
    out.text = "Cześć,\n.wiersz z kropką na początku\nhttps://cloud.example/setup#token=a.b=c\n" + std::string(1500, 'x') + "\n";
    out.html = "<p>Cześć</p><a href=\"https://cloud.example/setup#token=a.b=c\">link</a>\n";
    out.headers = {{"Auto-Submitted", "auto-generated"}};
    out.idempotency_key = "0198f0a0-0000-7000-8000-000000000001";
    out.date = {1'800'000'000'000'000};
    return out;
}

}  // namespace mz::mailer::test
