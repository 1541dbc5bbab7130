#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace mz::testing {

// The provider of tools/entra, a real one that looks like Entra ID, for as long as this lives, and a browser of its own that signs people
// in there. The tests run after `./monozu` has installed Node; without it the constructor throws.
class Entra {
public:
    explicit Entra(std::vector<std::string> const& options = {});
    ~Entra();
    Entra(Entra const&) = delete;
    Entra& operator=(Entra const&) = delete;

    // Opens the address in a browser without cookies and chooses the account with this username, or cancels where it is empty. Returns
    // where the provider sends the browser in the end: the callback. Throws where it stays at the provider.
    std::string sign_in(std::string const& url, std::string_view username);
    // Opens the address with the cookies of the last sign-in, agrees where the provider asks, and returns where that leads.
    std::string sign_out(std::string const& url);

    std::string rotate();                     // a new key signs from now on; returns its kid
    void misbehave(std::string_view wanted);  // JSON, as tools/entra/mischief.js explains; {} is good behaviour

    // The decoded value of a parameter of an address; empty where it has none of that name.
    static std::string parameter(std::string_view url, std::string_view name);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;

public:
    std::string const origin, issuer, any_issuer, tenant, client_id, client_secret;
};

}  // namespace mz::testing
