#!/bin/sh
# Sets up this checkout: system packages, .venv with the locked packages, the project.
#
#   scripts/setup.sh run    what `make site` needs
#   scripts/setup.sh dev    what `make test` and `make check` need as well
#
# PYTHON=… names the interpreter to use. A second run installs nothing.
set -eu

cd "$(dirname "$0")/.."
venv=.venv

say() { printf '%s\n' "$*" >&2; }
fail() { say "error: $*"; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# The system's own python3 comes first: its venv package is the one most likely there.
find_python() {
    for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        # Run it: a version manager's shim exists even for versions that it lacks.
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
        then
            printf '%s\n' "$candidate"
            return
        fi
    done
    fail "${PYTHON:-python3} is not Python 3.11 or newer;" \
        "install it, or name it: make setup PYTHON=python3.12"
}

# What follows asks what the machine can do, not what dpkg lists, so that a Pango or a
# browser that came another way counts, and other distributions get a true answer.
has_library() {
    "$python" -c 'import ctypes, sys; ctypes.CDLL(sys.argv[1])' "$1" 2>/dev/null
}
has_font() { [ -n "$(fc-list "$1" family 2>/dev/null)" ]; }
has_venv() { "$python" -c 'import ensurepip, venv' 2>/dev/null; }
has_browser() { have chromium || have chromium-browser || have google-chrome; }

needed_packages() {
    # Debian and Ubuntu split venv off the interpreter, under the version's name.
    has_venv || "$python" -c 'import sys; print("python3.%d-venv" % sys.version_info[1])'
    has_library libpango-1.0.so.0 || echo libpango-1.0-0
    has_library libpangoft2-1.0.so.0 || echo libpangoft2-1.0-0
    have fc-list || echo fontconfig
    # PDF/A embeds its fonts. Arabic stands for all scripts that the core fonts bring.
    { has_font 'Noto Sans' && has_font 'Noto Sans Arabic'; } || echo fonts-noto-core
    [ "$1" = run ] || have pdftoppm || echo poppler-utils
}

# Packages that the work goes on without; not every distribution has them.
useful_packages() {
    has_library libharfbuzz-subset.so.0 || echo libharfbuzz-subset0
    [ "$1" = run ] || has_browser || echo chromium
    [ "$1" = run ] || have java || echo default-jre-headless
    [ "$1" = run ] || has_font 'Noto Sans CJK TC' || echo fonts-noto-cjk
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then env DEBIAN_FRONTEND=noninteractive "$@"
    else sudo -n env DEBIAN_FRONTEND=noninteractive "$@"; fi
}

may_install() {
    have apt-get && { [ "$(id -u)" -eq 0 ] || sudo -n true 2>/dev/null; }
}

apt_install() {
    say "installing system packages: $*"
    as_root apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

install_system_packages() {
    needed=$(needed_packages "$1" | xargs)
    useful=$(useful_packages "$1" | xargs)
    [ -n "$needed$useful" ] || return 0
    if may_install; then
        # One broken third-party source must not stop what the others can give.
        as_root apt-get update -qq >/dev/null || say "warning: apt-get update failed; going on"
        # shellcheck disable=SC2086 # a list of names
        [ -z "$needed" ] || apt_install $needed || fail "could not install: $needed"
        for name in $useful; do
            apt-cache show "$name" >/dev/null 2>&1 || continue
            apt_install "$name" || say "warning: going on without $name"
        done
    elif [ -n "$needed" ]; then
        fail "system packages are missing. Run:" \
            "sudo apt-get install -y --no-install-recommends $needed"
    fi
}

make_venv() {
    # An upgrade of the system's Python leaves the old environment broken.
    if ! "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
        say "making $venv with $("$python" --version)"
        "$python" -m venv --clear "$venv"
    fi
}

pip() {
    # Twice quiet: warnings about the machine's own pip configuration aren't ours.
    "$venv/bin/python" -m pip --disable-pip-version-check --no-input -q -q "$@"
}

install_packages() {
    say "installing requirements/$1.txt"
    # Wheels alone: building from source would fetch what the lock doesn't hold.
    pip install --no-deps --require-hashes --only-binary :all: -r "requirements/$1.txt"
    pip install --no-deps --no-build-isolation --editable .
}

check_weasyprint() {
    "$venv/bin/python" -c 'import weasyprint' 2>/dev/null ||
        fail "WeasyPrint cannot load Pango; install it (macOS: brew install pango)"
}

main() {
    case ${1:-} in
        run | dev) ;;
        *) say "usage: scripts/setup.sh run|dev"; exit 2 ;;
    esac
    python=$(find_python)
    # Elsewhere libraries have other names; check_weasyprint speaks for all systems.
    [ "$(uname -s)" != Linux ] || install_system_packages "$1"
    make_venv
    install_packages "$1"
    check_weasyprint
    say "set up for: $1"
}

main "$@"
