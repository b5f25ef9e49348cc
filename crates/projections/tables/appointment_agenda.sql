create table appointment_booked (
    appointment uuid primary key,
    support_case uuid not null,
    kind text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    sequence integer not null default 0,
    changed_at timestamptz not null,
    cancelled_at timestamptz,
    outcome text
);
comment on table appointment_booked is 'One row per appointment that was booked, as it stands.';
comment on column appointment_booked.sequence is 'How often it was changed: calendars ask.';
comment on column appointment_booked.outcome is 'seen, excused or absent: what the contact tells that refers to it.';
create index appointment_booked_of_case on appointment_booked (support_case);

create table appointment_holder (
    worker uuid not null,
    appointment uuid not null,
    primary key (worker, appointment)
);
comment on table appointment_holder is 'Who of the service holds which appointment.';

create table appointment_turn (
    worker uuid primary key,
    turn bigint not null
);
comment on table appointment_turn is 'The last turn that was taken in the agenda of each: who books takes the next one.';
