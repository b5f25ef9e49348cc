//! Any encoding to UTF-8, chunk by chunk. What cannot be read becomes U+FFFD, which rows are refused for later.

use super::Text;
use encoding_rs::{CoderResult, Decoder, Encoding};
use std::io::{self, BufRead, Read};

pub(super) struct Decoding {
    bytes: Text,
    decoder: Decoder,
    out: Vec<u8>,
    start: usize,
    end: usize,
    over: bool,
}

impl Decoding {
    pub(super) fn new(bytes: Text, encoding: &'static Encoding) -> Self {
        Self {
            bytes,
            decoder: encoding.new_decoder_with_bom_removal(),
            out: vec![0; 64 << 10],
            start: 0,
            end: 0,
            over: false,
        }
    }

    fn refill(&mut self) -> io::Result<()> {
        while self.start == self.end && !self.over {
            let input = self.bytes.fill_buf()?;
            let last = input.is_empty();
            let (result, read, written, _replaced) = self.decoder.decode_to_utf8(input, &mut self.out, last);
            self.bytes.consume(read);
            (self.start, self.end) = (0, written);
            self.over = last && result == CoderResult::InputEmpty;
        }
        Ok(())
    }
}

impl BufRead for Decoding {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.refill()?;
        Ok(self.out.get(self.start..self.end).unwrap_or_default())
    }

    fn consume(&mut self, read: usize) {
        self.start = self.start.saturating_add(read).min(self.end);
    }
}

impl Read for Decoding {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(into)?;
        self.consume(read);
        Ok(read)
    }
}
