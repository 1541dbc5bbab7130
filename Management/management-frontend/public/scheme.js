// Before anything is painted: light or dark, as chosen here or by the system. A file, because the content security policy forbids inline scripts.
(function () {
    var chosen = null;
    try {
        chosen = localStorage.getItem('mz.scheme');
    } catch {
        // Without storage the system decides.
    }
    var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
    document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
