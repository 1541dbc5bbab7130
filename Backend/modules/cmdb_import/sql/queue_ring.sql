select pg_notify('ci_imports', '')
