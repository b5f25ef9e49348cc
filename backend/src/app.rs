//! All the wiring: a territory's database, keys, log, views, accounts and journal, opened together and closed together.

mod ahead;
mod antivirus;
mod by_trame;
mod calendar;
mod documents;
mod entrusting;
mod falling_due;
mod ground;
mod indicators;
mod journal;
mod lists;
mod live;
mod load;
mod minutes_copy;
mod openid;
mod oversight;
mod passing;
mod reminding;
mod safe;
mod sending;
mod sharing;
mod signals;
mod task;
mod territory;
mod warning;
mod week;
mod weights;

pub use antivirus::{Antivirus, Scan, Unscanned, Verdict};
pub(crate) use calendar::address as calendar_path;
pub use documents::{Deposited, Depositing, NotTaken};
pub use ground::Ground;
pub use live::{Screen, Told};
pub use minutes_copy::Copy;
pub use openid::{OpenId, Untold};
pub use sending::Senders;
pub use signals::{Audience, Signalled};
pub(crate) use territory::of_the_system;
pub use territory::{Territory, adopt};

use crate::clock::Clock;
use crate::config::{Config, Documents};
use crate::fault::Fault;
use crate::names::NameIndex;
use ::journal::{Journal, Reading, Shown};
use access::{Permit, Reader, Relation, Ties};
use checkpoints::Keeper;
use codec::Log;
use contents::Contents;
use contract::session::Me;
use contract::{Plain, ServiceRef};
use deadpool_postgres::Pool;
use domain::access_policy::{self, AccessPolicy, Table};
use domain::configuration::{self, Configuration, InForce, Topic};
use domain::words::{PersonId, ServiceId, SupportCaseId, TeamMeetingId, WorkerId};
use event_store::{Sabotage, is_sabotaged};
use identity::Identity;
use jiff::{SignedDuration, Timestamp};
use keyring::{Keyring, Listening, Opened};
use projections::organisation::WorkerRow;
use projections::{Fact, Follower};
use sentences::{Language, say};
use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use task::Task;
use together::Together;
use tokio::sync::{Mutex, Semaphore, watch};
use uuid::Uuid;

/// How long a reader waits for the views to reach her own write.
const PATIENCE: Duration = Duration::from_secs(5);

/// A running territory: what handlers ask.
pub struct Trame {
    /// The log.
    pub log: Log,
    /// The keys.
    pub keyring: Keyring,
    /// Accounts and sessions.
    pub identity: Identity,
    /// What time it is.
    pub clock: Clock,
    /// The folder of the client, when it is there.
    pub site: Option<PathBuf>,
    /// Whether cookies travel over TLS only.
    pub secure_cookies: bool,
    /// The proxies that are believed when they say where somebody comes from.
    pub trusted_proxies: Vec<IpAddr>,
    /// The provider of identities, when there is one.
    pub openid: Option<Arc<OpenId>>,
    /// What leaves for people, and how.
    pub senders: Arc<Senders>,
    /// What is taken as a document.
    pub documents: Documents,
    contents: Contents,
    /// How many more contents are taken in at the same time.
    taken_in: Arc<Semaphore>,
    antivirus: Option<Antivirus>,
    journal: Journal,
    views: Follower,
    reading: Pool,
    names: NameIndex,
    screens: Together<Screen, Told>,
    keeper: Mutex<Option<Keeper>>,
    tasks: Mutex<Vec<Task>>,
    _news_of_keys: Listening,
    serving: AtomicBool,
    zone_name: String,
}

impl Trame {
    /// Starts what a server needs on an open territory.
    ///
    /// # Errors
    /// When a part cannot be started.
    pub async fn start(territory: &Territory, config: &Config, site: Option<PathBuf>) -> Result<Self, Fault> {
        let clock = territory.clock().await?;
        let views = Follower::start(&territory.log);
        let reading = projections::reading_pool(&territory.postgres, 12)?;
        let openid = config
            .openid
            .as_ref()
            .map(|openid| OpenId::open(openid, config.public_url.as_deref()))
            .transpose()
            .map_err(Fault::Configuration)?;
        let warning = warning::start(territory.log.clone(), reading.clone(), clock.clone(), views.reached());
        let falling_due = falling_due::start(territory.log.clone(), reading.clone(), clock.clone(), views.reached());
        let senders = Arc::new(Senders::open(config).map_err(Fault::Configuration)?);
        let journal = Journal::start(territory.log.pool().clone());
        let means = reminding::Means {
            log: territory.log.clone(),
            reading: reading.clone(),
            keyring: territory.keyring.clone(),
            journal: journal.clone(),
            clock: clock.clone(),
            senders: Arc::clone(&senders),
        };
        let contents = Contents::new(territory.log.pool().clone(), territory.keyring.clone());
        let sweeping = documents::start(territory.log.clone(), contents.clone());
        let antivirus = config.documents.clamd.as_deref().map(Antivirus::at);
        Ok(Self {
            taken_in: Arc::new(Semaphore::new(usize::try_from(config.documents.at_once).unwrap_or(1))),
            documents: config.documents.clone(),
            contents,
            antivirus,
            log: territory.log.clone(),
            keyring: territory.keyring.clone(),
            identity: territory.identity(config)?,
            journal,
            tasks: Mutex::new(vec![
                reminding::start(means, views.reached()),
                warning,
                falling_due,
                sweeping,
            ]),
            senders,
            names: NameIndex::default(),
            screens: Together::default(),
            keeper: Mutex::new(signing(territory, config).await),
            serving: AtomicBool::new(true),
            _news_of_keys: territory.keyring.listen(event_store::as_server(&territory.postgres)),
            zone_name: config.zone.clone(),
            secure_cookies: config.secure_cookies(),
            trusted_proxies: config.trusted_proxies.clone(),
            openid: openid.map(Arc::new),
            clock,
            site,
            views,
            reading,
        })
    }

    /// Stops following, signs the last checkpoint; open live connections end.
    pub async fn stop(&self) {
        self.serving.store(false, Ordering::Release);
        for task in std::mem::take(&mut *self.tasks.lock().await) {
            task.stop().await;
        }
        if let Some(keeper) = self.keeper.lock().await.take() {
            keeper.stop().await;
        }
        self.views.stop().await;
    }

    /// Whether the server still serves.
    #[must_use]
    pub fn is_serving(&self) -> bool {
        self.serving.load(Ordering::Acquire)
    }

    /// The views of this process.
    #[must_use]
    pub fn views(&self) -> &Follower {
        &self.views
    }

    /// The position that all views have reached.
    #[must_use]
    pub fn views_at(&self) -> u64 {
        *self.views.reached().borrow()
    }

    /// The same, to wait for.
    #[must_use]
    pub fn views_reached(&self) -> watch::Receiver<u64> {
        self.views.reached()
    }

    /// Waits until the views have reached a position: read your own writes, for a bounded time.
    ///
    /// # Errors
    /// When they have not in time.
    pub async fn reach(&self, position: Option<u64>) -> Result<(), Fault> {
        let Some(position) = position else { return Ok(()) };
        // A position that was never answered to anyone is not waited for.
        let position = position.min(self.log.head().await?);
        if self.views.wait_for(position, PATIENCE).await {
            Ok(())
        } else {
            Err(Fault::Behind { position })
        }
    }

    /// Waits until a change of rights holds, before it is answered.
    ///
    /// # Errors
    /// When it does not in time, or when it cannot.
    pub async fn holds(&self, position: u64) -> Result<(), Fault> {
        self.reach(Some(position)).await?;
        self.table().await.map(|_table| ())
    }

    async fn client(&self) -> Result<projections::Client, Fault> {
        Ok(self.reading.get().await?)
    }

    /// Who a worker is now: role and service as the directory says.
    ///
    /// # Errors
    /// A fault.
    pub async fn reader(&self, worker: WorkerId) -> Result<Option<Reader>, Fault> {
        let rows = self.workers(&BTreeSet::from([worker])).await?;
        let now = self.clock.now();
        Ok(rows.first().and_then(|row| here(row, now)))
    }

    /// The directory's rows of some professionals.
    ///
    /// # Errors
    /// A fault.
    pub async fn workers(&self, named: &BTreeSet<WorkerId>) -> Result<Vec<WorkerRow>, Fault> {
        let ids: Vec<WorkerId> = named.iter().copied().collect();
        Ok(projections::organisation::workers(&self.client().await?, &ids).await?)
    }

    /// A service by its identifier.
    ///
    /// # Errors
    /// A fault.
    pub async fn service(&self, service: ServiceId) -> Result<ServiceRef, Fault> {
        let known = projections::organisation::services(&self.client().await?).await?;
        let name = known.into_iter().find(|row| row.service == service).map(|row| row.name);
        Ok(ServiceRef {
            service,
            name: name.unwrap_or_default(),
        })
    }

    /// A permit to look at a case; none when it is unknown or forbidden.
    ///
    /// # Errors
    /// A fault.
    pub async fn permit_for_case(&self, reader: Reader, case: SupportCaseId) -> Result<Option<Permit>, Fault> {
        let Some(ties) = self.ties(reader, case).await? else {
            return Ok(None);
        };
        let permit = Permit::for_case(&self.table().await?, reader, case, &ties);
        // Never, but in a build with faults.
        if is_sabotaged(Sabotage::CompartmentsUnread) {
            return Ok(permit.map(|_permit| Permit::for_operation()));
        }
        Ok(permit)
    }

    /// What ties a reader to a case now; none when the case is unknown, or when she is kept away from it.
    ///
    /// # Errors
    /// A fault.
    pub async fn ties(&self, reader: Reader, case: SupportCaseId) -> Result<Option<Ties>, Fault> {
        let grace = self.grace().await?;
        let client = self.client().await?;
        let now = (self.clock.now(), self.clock.today());
        Ok(projections::support_case::ties(&client, reader, case, now, grace).await?)
    }

    /// Whether somebody may be tied to a case in a way that holds within its service: she is of that service, a line of the
    /// table speaks of her, and she is not kept away.
    ///
    /// # Errors
    /// A fault.
    pub async fn may_be(&self, who: WorkerId, relation: Relation, case: SupportCaseId) -> Result<bool, Fault> {
        let Some(reader) = self.reader(who).await? else {
            return Ok(false);
        };
        let ties = self.ties(reader, case).await?;
        Ok(ties.is_some_and(|ties| ties.answers_for == reader.service)
            && access::may_be(&self.table().await?, reader, relation))
    }

    /// For how long who handed a case over reads on.
    async fn grace(&self) -> Result<SignedDuration, Fault> {
        let configuration = self.configuration().await?;
        let days = configuration.figure(Topic::HandoverGrace, self.clock.today());
        Ok(SignedDuration::from_hours(
            i64::from(days.unwrap_or_default()).saturating_mul(24),
        ))
    }

    /// The table of rights in force today; one without lines before the first, which opens nothing. Every permit of a
    /// request is made from it.
    ///
    /// # Errors
    /// When a view on which rights rest stands still: then there is no permit for anybody; or a fault.
    pub async fn table(&self) -> Result<Table, Fault> {
        if self.views.any_stuck(&projections::RIGHTS) {
            return Err(Fault::RightsUnknown);
        }
        let policy = self.log.state::<AccessPolicy>(access_policy::STREAM).await?.0;
        let in_force = policy.on(self.clock.today());
        Ok(in_force.map(|adopted| adopted.table.clone()).unwrap_or_default())
    }

    /// The people a case is about.
    ///
    /// # Errors
    /// A fault.
    pub async fn people_of_case(&self, permit: &Permit, case: SupportCaseId) -> Result<Vec<PersonId>, Fault> {
        Ok(projections::support_case::people(&self.client().await?, permit, case).await?)
    }

    /// The streams of a case.
    ///
    /// # Errors
    /// A fault.
    pub async fn streams_of_case(&self, permit: &Permit, case: SupportCaseId) -> Result<Vec<Uuid>, Fault> {
        Ok(projections::support_case::streams(&self.client().await?, permit, case).await?)
    }

    /// All facts of a case, in the order of the log.
    ///
    /// # Errors
    /// A fault.
    pub async fn facts_of_case(&self, permit: &Permit, case: SupportCaseId) -> Result<Vec<Fact>, Fault> {
        let streams = self.streams_of_case(permit, case).await?;
        let stored = self.log.streams(&streams, None).await?;
        Ok(stored
            .iter()
            .map(|event| Fact::read(&self.log, event))
            .collect::<Result<_, _>>()?)
    }

    /// The référents of the cases on a meeting's agenda.
    ///
    /// # Errors
    /// A fault.
    pub async fn referents_of_agenda(
        &self,
        permit: &Permit,
        meeting: TeamMeetingId,
    ) -> Result<BTreeMap<SupportCaseId, WorkerId>, Fault> {
        let agenda = projections::team_meeting::agenda(&self.client().await?, permit, meeting).await?;
        Ok(agenda
            .into_iter()
            .filter_map(|row| Some((row.support_case, row.referent?)))
            .collect())
    }

    /// The configuration, with all its days.
    ///
    /// # Errors
    /// A fault.
    pub async fn configuration(&self) -> Result<Configuration, Fault> {
        Ok(self.log.state::<Configuration>(configuration::STREAM).await?.0)
    }

    /// What rules may read of the configuration in force today.
    ///
    /// # Errors
    /// A fault.
    pub async fn in_force(&self) -> Result<InForce, Fault> {
        Ok(self.configuration().await?.in_force(self.clock.today()))
    }

    /// Journals a reading, before the answer leaves.
    ///
    /// # Errors
    /// When it cannot be journalled: then nothing is shown.
    pub async fn journal_reading(
        &self,
        permit: &Permit,
        what: Shown,
        streams: &[Uuid],
        at: Timestamp,
        position: u64,
    ) -> Result<(), Fault> {
        let reading = Reading {
            what,
            streams: streams.to_vec(),
            position,
            at,
        };
        Ok(self.journal.read(permit, reading).await?)
    }

    /// The opaque word by which live updates name a case to a reader.
    #[must_use]
    pub fn topic(&self, reader: WorkerId, case: SupportCaseId) -> String {
        let blind = self.keyring.blind("live.topic", &format!("{reader} {case}"));
        blind.iter().take(12).map(|byte| format!("{byte:02x}")).collect()
    }

    /// The name of a worker, for herself.
    ///
    /// # Errors
    /// A fault.
    pub async fn name_of(&self, worker: Uuid, language: Language) -> Result<String, Fault> {
        let rows = self.workers(&BTreeSet::from([WorkerId(worker)])).await?;
        self.name_in(rows.first(), language).await
    }

    /// The words that everybody knows of a worker, of which no password is made.
    ///
    /// # Errors
    /// A fault.
    pub async fn known_of(&self, worker: Uuid) -> Result<Vec<String>, Fault> {
        let rows = self.workers(&BTreeSet::from([WorkerId(worker)])).await?;
        let name = self.name_in(rows.first(), Language::Fr).await?;
        let service = rows.into_iter().next().map(|row| row.service_name).unwrap_or_default();
        let said = format!("Trame {name} {service}");
        Ok(said.split_whitespace().map(str::to_owned).collect())
    }

    async fn name_in(&self, row: Option<&WorkerRow>, language: Language) -> Result<String, Fault> {
        let key = match row {
            Some(row) => match self.keyring.open(&Permit::for_operation(), &row.name).await? {
                Opened::Value(name) => Ok(name),
                Opened::Forgotten => Err("value.erased"),
                Opened::Withheld => Err("value.withheld"),
            },
            None => Err("value.unknown"),
        };
        Ok(key.unwrap_or_else(|key| say(language, key, &[])))
    }

    /// Who is signed in, for the screen.
    ///
    /// # Errors
    /// A fault.
    pub async fn me(&self, worker: crate::http::Worker) -> Result<Me, Fault> {
        let reader = worker.reader;
        let table = self.table().await?;
        let rows = self.workers(&BTreeSet::from([reader.worker])).await?;
        let row = rows.into_iter().next();
        let name = self.name_in(row.as_ref(), worker.language).await?;
        Ok(Me {
            worker: reader.worker,
            name: Plain(name),
            role: reader.role,
            profession: row
                .as_ref()
                .map_or(domain::words::Profession::Unknown, |row| row.profession),
            service: ServiceRef {
                service: reader.service,
                name: row.map(|row| row.service_name).unwrap_or_default(),
            },
            sees_load: Permit::for_load(&table, reader).is_some(),
            works_on_cases: Permit::for_own_cases(&table, reader).is_some(),
            opens_cases: access::may_open(&table, reader),
            receives_shares: access::may_receive(&table, reader),
            finds_referents: Permit::for_finding(&table, reader).is_some(),
            told_of_accesses: oversight::permits(&table, reader).next().is_some(),
            reads_journal: Permit::for_journal(&table, reader).is_some(),
            demonstration: self.clock.is_invented(),
            today: self.clock.today(),
            zone: self.zone_name.clone(),
        })
    }
}

/// Starts signing checkpoints. A log that cannot be signed is served all the same: people wait for it, and the fault is
/// told at each start.
async fn signing(territory: &Territory, config: &Config) -> Option<Keeper> {
    match territory.signer(config).await {
        Ok(signer) => {
            let (pool, newest) = (territory.log.pool().clone(), territory.log.subscribe());
            Some(Keeper::start(pool, signer, newest))
        }
        Err(fault) => {
            tracing::error!(%fault, "no checkpoint of the log is signed from now on");
            None
        }
    }
}

/// Who a professional is at an instant. Who has left keeps her name on what she did, and opens nothing any more.
fn here(row: &WorkerRow, now: Timestamp) -> Option<Reader> {
    row.until.is_none_or(|until| until > now).then_some(Reader {
        worker: row.worker,
        role: row.role,
        profession: row.profession,
        service: row.service,
    })
}
