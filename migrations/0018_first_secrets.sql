-- The first secret of an account comes from somebody else: it opens once, soon, and only the choice of a password.

alter table account add column first_until timestamptz;
comment on column account.first_until is 'Until when a first secret stands in the place of a password; nothing once she has chosen her own.';
