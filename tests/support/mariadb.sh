#!/usr/bin/env bash
# Starts a private MariaDB in the given empty folder, on a free loopback port, and prints its address.
# Stop it with: kill "$(cat <folder>/mariadb.pid)"
# DURABLE=1 has every commit on the disk, as a shop would; tests do without.
set -euo pipefail
data=$1
port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
user=$(id -un)
server=$(command -v mariadbd || echo /usr/sbin/mariadbd)
mariadb-install-db --no-defaults --datadir="$data/data" --auth-root-authentication-method=normal --skip-test-db --user="$user" >"$data/mariadb.log" 2>&1
"$server" --no-defaults --user="$user" --datadir="$data/data" --socket="$data/mariadb.sock" --pid-file="$data/mariadb.pid" \
  --bind-address=127.0.0.1 --port="$port" --skip-log-bin --innodb-buffer-pool-size=256M \
  --innodb-flush-log-at-trx-commit="${DURABLE:-0}" --innodb-doublewrite="${DURABLE:-0}" --max-connections=300 >>"$data/mariadb.log" 2>&1 </dev/null &
for _ in $(seq 150); do
  if mariadb --no-defaults --socket="$data/mariadb.sock" -u root -e 'SELECT 1' >/dev/null 2>&1; then
    mariadb --no-defaults --socket="$data/mariadb.sock" -u root \
      -e "CREATE USER 'tester'@'127.0.0.1' IDENTIFIED BY 'tester'; GRANT ALL ON *.* TO 'tester'@'127.0.0.1' WITH GRANT OPTION" >>"$data/mariadb.log" 2>&1
    echo "mysql://tester:tester@127.0.0.1:$port/mysql"
    exit 0
  fi
  sleep 0.2
done
exit 1
