-- INC-1000000 comes after INC-999999: digits inside a number sort by their value. Such an order belongs to the ICU of the machine; after an
-- upgrade that changes it PostgreSQL warns, and `reindex` of the unique index below is all there is to do.
create collation itsm.by_number (provider = icu, locale = 'en-u-kn-true');
alter table itsm.incidents alter column number type text collate itsm.by_number;
