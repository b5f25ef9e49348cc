//! The one binary: `trame`.

fn main() -> std::process::ExitCode {
    backend::cli::run()
}
