//! The connections that read the log, each moved by whoever asks on it: an answer wakes nobody else first.

use crate::Fault;
use crate::connection::{self, Driver};
use deadpool::Runtime;
use deadpool::managed::{Manager, Metrics, Object, Pool, RecycleError, RecycleResult};
use std::collections::BTreeMap;
use tokio_postgres::types::ToSql;
use tokio_postgres::{Client, Config, Row, Statement};

/// What a question is asked with.
pub(crate) type With<'a> = &'a [&'a (dyn ToSql + Sync)];

/// Some connections, shared.
#[derive(Clone)]
pub(crate) struct Readers(Pool<Dialler>);

/// One of them, moved by whoever asks on it.
pub(crate) struct Reader {
    client: Client,
    driver: Driver,
    prepared: BTreeMap<&'static str, Statement>,
}

/// Makes them.
pub(crate) struct Dialler(Config);

impl Readers {
    /// At most so many at once; none is made before it is needed.
    pub(crate) fn of(config: &Config, most: usize) -> Result<Self, Fault> {
        Pool::builder(Dialler(config.clone()))
            .max_size(most)
            .runtime(Runtime::Tokio1)
            .wait_timeout(Some(connection::WAIT_WITHIN))
            .build()
            .map(Self)
            .map_err(|error| Fault::Pool(error.to_string()))
    }

    /// One that nobody else asks on meanwhile.
    pub(crate) async fn get(&self) -> Result<Object<Dialler>, Fault> {
        Ok(self.0.get().await?)
    }

    pub(crate) async fn rows(&self, sql: &'static str, with: With<'_>) -> Result<Vec<Row>, Fault> {
        self.get().await?.rows(sql, with).await
    }

    pub(crate) async fn row(&self, sql: &'static str, with: With<'_>) -> Result<Option<Row>, Fault> {
        Ok(self.rows(sql, with).await?.into_iter().next())
    }

    pub(crate) fn close(&self) {
        self.0.close();
    }
}

impl Reader {
    pub(crate) async fn rows(&mut self, sql: &'static str, with: With<'_>) -> Result<Vec<Row>, Fault> {
        let statement = self.statement(sql).await?;
        Ok(self.driver.run(self.client.query(&statement, with)).await?)
    }

    /// Two questions in one round trip, answered in their order.
    pub(crate) async fn both(
        &mut self,
        (first, with_first): (&'static str, With<'_>),
        (second, with_second): (&'static str, With<'_>),
    ) -> Result<(Vec<Row>, Vec<Row>), Fault> {
        let first = self.statement(first).await?;
        let second = self.statement(second).await?;
        let asked = async {
            tokio::try_join!(
                biased;
                self.client.query(&first, with_first),
                self.client.query(&second, with_second),
            )
        };
        Ok(self.driver.run(asked).await?)
    }

    async fn statement(&mut self, sql: &'static str) -> Result<Statement, Fault> {
        if let Some(statement) = self.prepared.get(sql) {
            return Ok(statement.clone());
        }
        let statement = self.driver.run(self.client.prepare(sql)).await?;
        self.prepared.insert(sql, statement.clone());
        Ok(statement)
    }
}

impl Manager for Dialler {
    type Type = Reader;
    type Error = Fault;

    async fn create(&self) -> Result<Reader, Fault> {
        // Apart: what connecting needs would else be carried along by whoever asks anything.
        let (client, driver) = Box::pin(connection::connect_driven(&self.0)).await?;
        Ok(Reader {
            client,
            driver,
            prepared: BTreeMap::new(),
        })
    }

    /// Nobody moved it since it was used last, so its end may not have been heard of.
    async fn recycle(&self, reader: &mut Reader, _: &Metrics) -> RecycleResult<Fault> {
        reader.driver.hear().await;
        if reader.client.is_closed() {
            return Err(RecycleError::message("it has ended"));
        }
        Ok(())
    }
}
