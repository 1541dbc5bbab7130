// The few pages of the provider. No password is asked for: whoever opens them chooses who to be.

const STYLE = `
    body { font: 16px/1.5 system-ui, sans-serif; margin: 0; min-height: 100vh; display: grid; place-items: center; background: #f2f4f7; color: #16202b }
    main { background: #fff; padding: 2rem; border-radius: .75rem; box-shadow: 0 1px 4px #0003; width: min(24rem, calc(100vw - 6rem)) }
    h1 { font-size: 1.25rem; margin: 0 0 1rem }
    button { display: block; width: 100%; font: inherit; text-align: left; padding: .6rem .9rem; margin: .4rem 0; border: 1px solid #b6c0cc; border-radius: .5rem; background: #fff; color: inherit; cursor: pointer }
    button:hover, button:focus-visible { border-color: #1d5fbf; outline: 2px solid #1d5fbf }
    small { display: block; color: #51606f }`;

export function signInPage(people, action, hint, prompt) {
    // Who is hinted at comes first; everybody else stays in order.
    const ordered = [...people].sort((a, b) => Number(b.username === hint) - Number(a.username === hint));
    const buttons = ordered.map((person) =>
        `<button name="person" value="${escaped(person.oid)}">${escaped(person.name)}<small>${escaped(person.username)}</small></button>`);
    const title = prompt === 'select_account' ? 'Pick an account' : 'Sign in';
    return page(title, `<form method="post" action="${escaped(action)}">${buttons.join('')}<button name="person" value="">Cancel</button></form>`);
}

export function signOutPage(form) {
    return page('Sign out', `<p>Sign out here too?</p>${form}
        <button autofocus form="op.logoutForm" name="logout" value="yes">Sign out</button>
        <button form="op.logoutForm">Stay signed in</button>`);
}

export function troublePage(words) {
    return page('Test organisation', `<p>${escaped(words)}</p>`);
}

function page(title, content) {
    return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>${title}</title><style>${STYLE}</style></head><body><main><h1>${title}</h1>${content}</main></body></html>`;
}

function escaped(text) {
    return String(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
