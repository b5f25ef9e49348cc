create table household_dwelling (
    household uuid primary key,
    label bytea not null,
    commune text
);
comment on table household_dwelling is 'Households and their town.';
comment on column household_dwelling.label is 'How it is called, sealed.';

create table household_member (
    household uuid not null,
    person uuid not null,
    lives_there boolean not null,
    touched bigint not null,
    primary key (household, person)
);
comment on table household_member is 'Everyone a household ever named: its members, past members, and those who matter to them.';
comment on column household_member.lives_there is 'False for those who left and those who never lived there.';
comment on column household_member.touched is 'The position at which this last changed.';
create index household_member_by_person on household_member (person);
