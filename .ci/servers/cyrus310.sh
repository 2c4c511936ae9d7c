# The Cyrus of Debian 13: IMAP4rev2, and what else came after 3.6. All else as in cyrus.sh.
. "$here/cyrus.sh"
start_cyrus310() { CYRUS_BASE=20000 start_cyrus; }
