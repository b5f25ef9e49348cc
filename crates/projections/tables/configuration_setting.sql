create table configuration_setting (
    position bigint primary key,
    in_force_on date not null,
    setting text not null,
    source text not null,
    known_at timestamptz not null
);
comment on table configuration_setting is 'Every setting ever adopted, in the order of the log; the newest of the latest day in force holds.';
comment on column configuration_setting.setting is 'The setting and its value, as JSON.';
comment on column configuration_setting.known_at is 'When it was adopted: to its source, else to Trame.';

create table configuration_proposal (
    proposal uuid primary key,
    setting text not null,
    source text not null
);
comment on table configuration_proposal is 'Settings that wait for a second person; the day they hold from is told when they are adopted.';
