create table reminder_appointment (
    appointment uuid primary key,
    guests uuid[] not null,
    starts_at timestamptz not null,
    set_at timestamptz not null
);
comment on table reminder_appointment is 'One row per appointment that stands and is with somebody of a family.';
comment on column reminder_appointment.set_at is 'When its hour was told last.';
create index reminder_appointment_starts on reminder_appointment (starts_at);

create table reminder_reach (
    person uuid primary key,
    medium text not null,
    value bytea not null,
    privacy text not null,
    from_hour smallint,
    until_hour smallint,
    agreed_at timestamptz not null,
    over boolean not null
);
comment on table reminder_reach is 'How a person may be reached for reminders, as agreed with her last. Sealed as in the log.';
comment on column reminder_reach.over is 'It was withdrawn or stopped: nothing is sent, and an answer that stops is still hers.';

create table reminder_message (
    reminder uuid primary key,
    appointment uuid not null,
    person uuid not null,
    medium text not null,
    ahead_hours integer not null,
    starts_at timestamptz not null,
    claimed_at timestamptz not null,
    outcome text
);
comment on table reminder_message is 'One row per message that was taken to be sent, and what is known of it.';
create index reminder_message_of on reminder_message (appointment);
create index reminder_message_open on reminder_message (claimed_at) where outcome is null;
