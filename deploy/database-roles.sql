-- Run once by PostgreSQL's image, in the new database, as its superuser: the two roles of docs/security.md.
\getenv owner_password OWNER_PASSWORD
\getenv web_password DATABASE_PASSWORD
create role ekokommun_owner login password :'owner_password';
create role ekokommun_web login password :'web_password';
alter database ekokommun owner to ekokommun_owner;
-- So that `ekokommun check` may look through the indexes.
create extension amcheck;
grant execute on function bt_index_check(regclass) to ekokommun_owner;
