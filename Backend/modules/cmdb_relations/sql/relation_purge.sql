select cmdb.purge_relations(:before, :at_most) as purged
