select cmdb.purge_inventory(:removed_before, :scans_before, :at_most) as purged
