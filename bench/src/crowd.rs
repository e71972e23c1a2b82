//! Pages of the public held by a process of its own: no process may open as many files as a crowd has pages.
use crate::{
    load::{Load, Spec},
    machine::now,
    wire::Said,
};
use anyhow::{Context, Result, bail};
use serde::{Deserialize, Serialize};
use std::{
    io::{BufRead, BufReader, Write},
    net::SocketAddr,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    time::Duration,
};

/// How long pages, or a change on them, are waited for.
const PATIENCE: Duration = Duration::from_secs(60);

/// How many found a place.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct CameIn {
    /// Pages that are open.
    pub open: usize,
    /// Pages that were refused.
    pub refused: usize,
}

/// A crowd as its starter sees it; it leaves when this is dropped.
pub struct Crowd {
    child: Child,
    orders: Option<ChildStdin>,
    says: BufReader<ChildStdout>,
}

impl Crowd {
    /// So many pages come to a server.
    pub fn start(address: SocketAddr, pages: usize) -> Result<Self> {
        let own = std::env::current_exe()?;
        let mut child = Command::new(own)
            .args(["crowd", &address.to_string(), &pages.to_string()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("starting a crowd")?;
        let orders = child.stdin.take();
        let says = BufReader::new(child.stdout.take().context("what a crowd says")?);
        Ok(Self { child, orders, says })
    }

    fn hear(&mut self) -> Result<String> {
        let mut line = String::new();
        self.says.read_line(&mut line).context("listening to a crowd")?;
        if line.is_empty() {
            bail!("a crowd broke off");
        }
        Ok(line)
    }

    /// Waits until every page is in or was refused.
    pub fn came(&mut self) -> Result<CameIn> {
        serde_json::from_str(&self.hear()?).context("how many came in")
    }

    /// Waits until every open page shows this position.
    pub fn shows(&mut self, position: u64) -> Result<()> {
        let orders = self.orders.as_mut().context("a crowd that listens")?;
        writeln!(orders, "{position}").context("asking a crowd")?;
        self.hear().map(drop)
    }
}

impl Drop for Crowd {
    fn drop(&mut self) {
        // Its orders end, and with them the crowd; one that broke off has ended already.
        drop(self.orders.take());
        let _ = self.child.wait();
    }
}

/// The crowd itself.
pub fn run(address: SocketAddr, pages: usize) -> Result<()> {
    let mut load = Load::new(address, None)?;
    load.order((0..pages).map(|_| Spec { path: "/live?v=now:0".to_owned(), cookie: String::new() }).collect());
    let mut shown = vec![0u64; pages];
    let start = now();
    while load.open + load.closed < pages {
        pump(&mut load, &mut shown)?;
        if now().saturating_duration_since(start) > PATIENCE {
            bail!("{} pages are open and {} refused, of {pages}", load.open, load.closed);
        }
    }
    let came = CameIn { open: load.open, refused: load.closed };
    println!("{}", serde_json::to_string(&came)?);
    let (tell, told) = std::sync::mpsc::channel::<u64>();
    std::thread::spawn(move || {
        // Ends with the orders, and so does the crowd.
        for line in std::io::stdin().lines().map_while(Result::ok) {
            if line.trim().parse().is_ok_and(|position| tell.send(position).is_err()) {
                return;
            }
        }
    });
    loop {
        match told.try_recv() {
            Ok(position) => {
                let start = now();
                while shown.iter().filter(|s| **s >= position).count() < came.open {
                    pump(&mut load, &mut shown)?;
                    if now().saturating_duration_since(start) > PATIENCE {
                        bail!("a change did not reach every page");
                    }
                }
                println!("{position}");
            }
            Err(std::sync::mpsc::TryRecvError::Empty) => pump(&mut load, &mut shown)?,
            Err(std::sync::mpsc::TryRecvError::Disconnected) => return Ok(()),
        }
        if load.open < came.open {
            bail!("{} open pages were lost", came.open - load.open);
        }
    }
}

fn pump(load: &mut Load, shown: &mut [u64]) -> Result<()> {
    load.pump(Duration::from_millis(5), &mut |heard| {
        if let Said::Region { name: b"now", position } = heard.said {
            shown[heard.page] = position;
        }
    })
}
