create table person_identity (
    person uuid primary key,
    name bytea not null,
    birth_month text,
    civility text not null,
    commune text,
    touched bigint not null
);
comment on table person_identity is 'One row per person: her name sealed, and what figures need.';
comment on column person_identity.name is 'Sealed under her own key.';
comment on column person_identity.birth_month is 'Year and month, for ages and statistics.';
comment on column person_identity.touched is 'The position at which her name last changed.';
create index person_identity_by_touch on person_identity (touched);
