select mail.purge(:before) as purged
