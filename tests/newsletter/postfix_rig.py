"""A Postfix of our own, a receiver that answers by rule, and a Dovecot over the bounce mailbox: for tests of what comes back.

Nothing of the machine's own mail set-up is touched: everything lives in one temporary folder and on free ports of loopback.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from aiosmtpd.controller import Controller

from .conftest import free_port

POSTFIX = "/usr/sbin/postfix"
DOVECOT = "/usr/sbin/dovecot"
BOUNCE_DOMAIN = "bounce.lindenau.example"
LMTP_DOMAIN = "lmtp.lindenau.example"
USER, PASSWORD = "bounces", "geheim"  # of the mailbox

MASTER = """
127.0.0.1:{port} inet n - n - - smtpd
pickup    unix n - n 60 1 pickup
cleanup   unix n - n - 0 cleanup
qmgr      unix n - n 300 1 qmgr
tlsmgr    unix - - n 1000? 1 tlsmgr
rewrite   unix - - n - - trivial-rewrite
bounce    unix - - n - 0 bounce
defer     unix - - n - 0 bounce
trace     unix - - n - 0 bounce
verify    unix - - n - 1 verify
flush     unix n - n 1000? 0 flush
proxymap  unix - - n - - proxymap
smtp      unix - - n - - smtp
relay     unix - - n - - smtp
showq     unix n - n - - showq
error     unix - - n - - error
retry     unix - - n - - error
discard   unix - - n - - discard
local     unix - n n - - local
virtual   unix - n n - - virtual
lmtp      unix - - n - - lmtp
anvil     unix - - n - 1 anvil
scache    unix - - n - 1 scache
postlog   unix-dgram n - n - 1 postlogd
"""

# Queue times of seconds instead of days, so that a full mailbox ends as a bounce while a test is looking.
MAIN = """
compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
mail_owner = postfix
setgid_group = postdrop
maillog_file = {folder}/mail.log
maillog_file_prefixes = {folder}
myhostname = relay.lindenau.example
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
smtpd_relay_restrictions = permit_mynetworks, reject
smtpd_recipient_restrictions =
relayhost = [127.0.0.1]:{receiver}
smtp_dns_support_level = disabled
smtp_connect_timeout = 5s
recipient_delimiter = +
virtual_mailbox_domains = {bounce_domain} {lmtp_domain}
virtual_mailbox_base = {folder}/mail
virtual_mailbox_maps = static:bounces/
virtual_uid_maps = static:{uid}
virtual_gid_maps = static:{gid}
virtual_minimum_uid = 1
transport_maps = inline:{{ {{ {lmtp_domain} = lmtp:inet:127.0.0.1:{lmtp} }} }}
minimal_backoff_time = 2s
maximal_backoff_time = 2s
transport_retry_time = 2s
queue_run_delay = 1s
maximal_queue_lifetime = {lifetime}s
bounce_queue_lifetime = {lifetime}s
delay_warning_time = 1s
message_size_limit = 2000000
milter_default_action = tempfail
{more}
"""


@dataclass
class Receiver:
    """The rest of the world: takes every mail but those to names that ask for trouble (see ANSWERS)."""

    taken: list[tuple[str, str, bytes]] = field(default_factory=list)  # envelope sender, recipient, content

    ANSWERS = {
        "gone": "550 5.1.1 <user>: Recipient address rejected: User unknown",
        "full": "452 4.2.2 The mailbox is full",
        "policy": "554 5.7.1 Message rejected: sender blocked by our policy",
        "big": "552 5.3.4 Message too big for this system",
    }

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802 - aiosmtpd's name
        name = address.partition("@")[0]
        if name in self.ANSWERS:
            return self.ANSWERS[name]
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 ok"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        self.taken += [(envelope.mail_from, recipient, envelope.original_content) for recipient in envelope.rcpt_tos]
        return "250 2.0.0 taken"


@dataclass
class Rig:
    """`port` speaks SMTP like the town's relay; `reports()` are the mails in the bounce mailbox so far."""

    folder: Path
    port: int
    lmtp: int
    receiver: Receiver

    @property
    def maildir(self) -> Path:
        return self.folder / "mail" / "bounces"

    @property
    def log(self) -> Path:
        return self.folder / "mail.log"

    def reports(self) -> list[bytes]:
        return [path.read_bytes() for path in sorted(self.maildir.glob("new/*"))]

    def wait_for(self, condition, *, what: str, seconds: float = 180):
        end = time.monotonic() + seconds
        while not condition():
            log = self.log.read_text(errors="replace")[-3000:] if self.log.exists() else ""
            assert time.monotonic() < end, f"waited too long for {what}\n{log}"
            time.sleep(0.1)

    def empty(self) -> None:
        for path in self.maildir.glob("*/*"):
            path.unlink()
        self.receiver.taken.clear()


def is_possible() -> bool:
    """Postfix changes its user, so only root can start one."""
    return os.geteuid() == 0 and Path(POSTFIX).exists()


def start(*, lifetime: int = 5, more: str = ""):
    """Yields a running Rig, then takes everything down again.

    Not in pytest's own temporary folder: that is for root only, and Postfix works as another user.
    """
    folder = Path(tempfile.mkdtemp(prefix="vielfalt-postfix-"))
    folder.chmod(0o755)
    owner = pwd.getpwnam("nobody")
    port, receiver_port, lmtp = free_port(), free_port(), free_port()
    config = folder / "config"
    config.mkdir()
    for name in ("queue", "data", "mail"):
        (folder / name).mkdir()
    shutil.chown(folder / "data", "postfix")
    shutil.chown(folder / "mail", owner.pw_uid, owner.pw_gid)
    values = {"folder": folder, "receiver": receiver_port, "uid": owner.pw_uid, "gid": owner.pw_gid, "lmtp": lmtp}
    values |= {"lifetime": lifetime, "bounce_domain": BOUNCE_DOMAIN, "lmtp_domain": LMTP_DOMAIN, "more": more}
    (config / "main.cf").write_text(MAIN.format(**values))
    (config / "master.cf").write_text(MASTER.format(port=port))
    receiver = Receiver()
    controller = Controller(receiver, hostname="127.0.0.1", port=receiver_port, data_size_limit=10_000_000)
    controller.start()
    started = subprocess.run([POSTFIX, "-c", config, "start"], capture_output=True, text=True, timeout=60)
    assert started.returncode == 0, started.stdout + started.stderr
    rig = Rig(folder=folder, port=port, lmtp=lmtp, receiver=receiver)
    try:
        yield rig
    finally:
        subprocess.run([POSTFIX, "-c", config, "stop"], capture_output=True, timeout=60)
        controller.stop()
        shutil.rmtree(folder, ignore_errors=True)


DOVECOT_23 = """
base_dir = {folder}/dovecot
state_dir = {folder}/dovecot
log_path = {folder}/dovecot.log
protocols = imap pop3
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
default_internal_user = dovecot
mail_location = maildir:{maildir}
first_valid_uid = 1
first_valid_gid = 1
service imap-login {{
  inet_listener imap {{
    port = {imap}
  }}
}}
service pop3-login {{
  inet_listener pop3 {{
    port = {pop3}
  }}
}}
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={folder}/mail
}}
"""

DOVECOT_24 = """
dovecot_config_version = {version}
dovecot_storage_version = {version}
base_dir = {folder}/dovecot
state_dir = {folder}/dovecot
log_path = {folder}/dovecot.log
protocols = imap pop3
listen = 127.0.0.1
ssl = no
auth_allow_cleartext = yes
mail_driver = maildir
mail_path = {maildir}
first_valid_uid = 1
first_valid_gid = 1
service imap-login {{
  inet_listener imap {{
    port = {imap}
  }}
}}
service pop3-login {{
  inet_listener pop3 {{
    port = {pop3}
  }}
}}
passdb static {{
  password = {password}
}}
userdb static {{
  fields {{
    uid = {uid}
    gid = {gid}
    home = {folder}/mail
  }}
}}
"""


@dataclass
class Mailboxes:
    """Dovecot's addresses of the bounce mailbox."""

    imap: str
    pop3: str


def serve_mailbox(folder: Path, *, maildir: Path):
    """Dovecot over `maildir`; yields its addresses."""
    owner = pwd.getpwnam("nobody")
    imap, pop3 = free_port(), free_port()
    version = subprocess.run([DOVECOT, "--version"], capture_output=True, text=True).stdout.split()[0]
    is_old = version.startswith("2.3")
    (folder / "dovecot").mkdir()
    values = {"folder": folder, "maildir": maildir, "imap": imap, "pop3": pop3, "password": PASSWORD}
    values |= {"uid": owner.pw_uid, "gid": owner.pw_gid, "version": ".".join(version.split("-")[0].split(".")[:3])}
    config = folder / "dovecot.conf"
    config.write_text((DOVECOT_23 if is_old else DOVECOT_24).format(**values))
    process = subprocess.Popen([DOVECOT, "-F", "-c", config], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        wait_for_port(imap, process)
        wait_for_port(pop3, process)
        yield Mailboxes(
            imap=f"imap://{USER}:{PASSWORD}@127.0.0.1:{imap}/INBOX", pop3=f"pop3://{USER}:{PASSWORD}@127.0.0.1:{pop3}/"
        )
    finally:
        process.terminate()
        process.wait(20)


def wait_for_port(port: int, process: subprocess.Popen) -> None:
    import socket

    end = time.monotonic() + 30
    while True:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        assert process.poll() is None, process.stderr.read().decode()
        assert time.monotonic() < end, f"nothing listens on {port}"
        time.sleep(0.05)
