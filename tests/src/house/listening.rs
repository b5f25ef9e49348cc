//! An open live stream: messages as they come, one by one.

use super::DEADLINE;
use contract::live::Changed;
use futures::StreamExt;
use futures::stream::BoxStream;

pub(crate) struct Listening {
    bytes: BoxStream<'static, reqwest::Result<Vec<u8>>>,
    unread: String,
}

impl Listening {
    pub(super) async fn to(response: reqwest::Response) -> Self {
        assert_eq!(response.status().as_u16(), 200);
        assert_eq!(response.headers()["content-type"], "text/event-stream");
        let bytes = response.bytes_stream().map(|part| part.map(|part| part.to_vec()));
        let mut listening = Self {
            bytes: bytes.boxed(),
            unread: String::new(),
        };
        let first = listening.next().await.unwrap();
        assert_eq!(first.topic, None, "the first message says where the stream begins");
        listening
    }

    /// The next message; none when the server closed the stream.
    pub(crate) async fn next(&mut self) -> Option<Changed> {
        loop {
            if let Some((message, rest)) = self.unread.split_once("\n\n") {
                let found = read(message);
                self.unread = rest.to_owned();
                if found.is_some() {
                    return found;
                }
                continue;
            }
            let part = tokio::time::timeout(DEADLINE, self.bytes.next()).await.unwrap();
            match part {
                Some(Ok(bytes)) => self.unread.push_str(std::str::from_utf8(&bytes).unwrap()),
                Some(Err(_)) | None => return None,
            }
        }
    }
}

/// A line that begins with a colon only keeps the connection.
fn read(message: &str) -> Option<Changed> {
    let line = |name: &str| message.lines().find_map(|line| line.strip_prefix(name));
    let told = line("data: ")?;
    assert_eq!(line("event: "), Some("changed"));
    let changed: Changed = serde_json::from_str(told).unwrap();
    assert_eq!(line("id: "), Some(changed.position.to_string().as_str()));
    Some(changed)
}
