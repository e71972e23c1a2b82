//! The program at work in a directory of its own, as a child process and over the network.
use serde_json::Value;
use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
};

/// A directory to work in and the program to run there.
pub struct Desk {
    dir: tempfile::TempDir,
}

impl Desk {
    /// A new data directory; answers the first administrator's token too.
    pub fn new() -> (Self, String) {
        Self::with(&[])
    }
    /// The same, with more said to `init`.
    pub fn with(more: &[&str]) -> (Self, String) {
        let desk = Self { dir: tempfile::tempdir().unwrap() };
        let made = desk.run(&[&["init", desk.data().to_str().unwrap(), "--json"], more].concat());
        let token = json(&made)["token"].as_str().unwrap().to_owned();
        (desk, token)
    }
    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }
    pub fn data(&self) -> PathBuf {
        self.path("data")
    }
    pub fn write(&self, name: &str, text: &str) -> String {
        let path = self.path(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    }
    pub fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_hemicycle")).args(arguments).stdin(Stdio::null()).output().unwrap()
    }
    /// Writes a file, whatever its bytes; answers its path.
    pub fn write_bytes(&self, name: &str, bytes: &[u8]) -> String {
        let path = self.path(name);
        fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    }
    /// Runs a subcommand on this data directory.
    pub fn with_data(&self, arguments: &[&str]) -> Output {
        let data = self.data();
        self.run(&[arguments, &["--data", data.to_str().unwrap()]].concat())
    }
    /// How many organisations the export tells.
    pub fn organisations(&self, to: &str) -> usize {
        let to = self.path(to);
        let report = json(&self.with_data(&["export", to.to_str().unwrap(), "--json"]));
        usize::try_from(report["rows"]["organisations"].as_u64().unwrap()).unwrap()
    }
}

/// What a subcommand answered with `--json`.
pub fn json(output: &Output) -> Value {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// A running server; killed when the test ends before it stopped.
pub struct Server {
    child: Child,
    pub address: String,
}

impl Server {
    pub fn start(data: &Path) -> Self {
        Self::start_on(data, "127.0.0.1:0")
    }
    /// Serves a data directory on this address.
    pub fn start_on(data: &Path, listen: &str) -> Self {
        Self::spawn(Command::new(env!("CARGO_BIN_EXE_hemicycle")), data, listen)
    }
    /// Serves a data directory on a machine that allows the process so many files.
    pub fn start_with_files(data: &Path, files: u32) -> Self {
        let mut shell = Command::new("sh");
        shell.args(["-c", &format!("ulimit -n {files} && exec \"$0\" \"$@\""), env!("CARGO_BIN_EXE_hemicycle")]);
        Self::spawn(shell, data, "127.0.0.1:0")
    }
    fn spawn(mut program: Command, data: &Path, listen: &str) -> Self {
        let mut child = program
            .args(["serve", "--data", data.to_str().unwrap(), "--listen", listen, "--json"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let told: Value = serde_json::from_str(&line).unwrap();
        Self { child, address: told["address"].as_str().unwrap().to_owned() }
    }
    /// One request: status and body.
    pub fn ask(&self, method: &str, path: &str, headers: &str, body: &str) -> (u16, String) {
        let (status, body, _) = self.ask_whole(method, path, headers, body);
        (status, body)
    }
    /// A file that may be no text: status and bytes.
    pub fn bytes(&self, path: &str) -> (u16, Vec<u8>) {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let end = answer.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
        let head = String::from_utf8_lossy(&answer[..end]).into_owned();
        (head.split(' ').nth(1).unwrap().parse().unwrap(), answer.split_off(end + 4))
    }
    /// One request: status, body and head.
    pub fn ask_whole(&self, method: &str, path: &str, headers: &str, body: &str) -> (u16, String, String) {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let host = &self.address;
        let length = body.len();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nContent-Length: {length}\r\n{headers}\r\n{body}"
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head.split(' ').nth(1).unwrap().parse().unwrap(), body.to_owned(), head.to_owned())
    }
    /// An act over the API, under a key that this number makes.
    pub fn act(&self, name: &str, token: &str, key: u32, body: &str) -> (u16, Value) {
        let bearer = if token.is_empty() { String::new() } else { format!("Authorization: Bearer {token}\r\n") };
        let headers = format!("{bearer}Idempotency-Key: 00000000-0000-4000-8000-{key:012}\r\nContent-Type: application/json\r\n");
        let (status, body) = self.ask("POST", &format!("/api/v1/acts/{name}"), &headers, body);
        (status, serde_json::from_str(&body).unwrap())
    }
    /// Signs in by a link's token; answers the bearer's secret.
    pub fn sign_in(&self, token: &str) -> String {
        self.sign_in_under(token, 1)
    }
    /// The same, under a key that this number makes.
    pub fn sign_in_under(&self, token: &str, key: u32) -> String {
        let (status, joined) = self.act("redeem-invitation", "", key, &format!("{{\"token\":\"{token}\"}}"));
        assert_eq!(status, 200, "{joined}");
        joined["secret"].as_str().unwrap().to_owned()
    }
    /// An act that is carried out, however often the server lets one wait because of many requests.
    pub fn done(&self, name: &str, bearer: &str, key: u32, fields: &Value) -> Value {
        let mut answer = (429, Value::Null);
        crate::summit::until("the server has time for the act", || {
            answer = self.act(name, bearer, key, &fields.to_string());
            answer.0 != 429
        });
        assert_eq!(answer.0, 200, "{name}: {}", answer.1);
        answer.1
    }
    /// Signs a browser in by a link's token; answers the seat and its cookie.
    pub fn browser(&self, token: &str) -> (String, String) {
        let head =
            "Content-Type: application/x-www-form-urlencoded\r\nAccept: application/json\r\nSec-Fetch-Site: same-origin\r\n";
        let (status, answer, head) = self.ask_whole("POST", "/act/redeem-invitation", head, &format!("token={token}"));
        assert_eq!(status, 200, "{answer}");
        let cookie = head.lines().find_map(|l| l.strip_prefix("set-cookie: ")).unwrap().split(';').next().unwrap();
        let answer: Value = serde_json::from_str(&answer).unwrap();
        (answer["seat"].as_str().unwrap().to_owned(), cookie.to_owned())
    }
    /// Ends the server where it stands, as a power cut does (SIGKILL).
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
    /// Asks the server to stop and waits until it has.
    pub fn stop(mut self) {
        let pid = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &pid]).status().unwrap().success());
        assert!(self.child.wait().unwrap().success(), "a stop that was asked for is no failure");
    }
}
impl Drop for Server {
    fn drop(&mut self) {
        // It may have stopped already; then there is nothing to end.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
