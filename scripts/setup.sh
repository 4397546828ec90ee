#!/bin/sh
# Finds or fetches what a build needs, before anything is compiled.
#
#   scripts/setup.sh            for the program: a C++ compiler, cargo, libclang, a compiler cache
#   scripts/setup.sh --shapes   for the check of the shapes, too: Python with pyshacl
#
# What cargo has to know is written to build.env in the target directory; the Makefile reads it before
# each call, and `. target/build.env` does the same for a shell. Nothing is installed where it is there
# already. As root, packages come from apt; otherwise from PyPI, into the target directory.
set -eu

cd "$(dirname "$0")/.."
target=${CARGO_TARGET_DIR:-target}
tools=$target/tools
libclang_wheel=18.1.1

main() {
    need_compilers
    mkdir -p "$tools"
    if is_rocksdb_built && [ -e "$target/build.env" ]; then
        # Another compiler or libclang would have RocksDB compiled anew.
        say "compilers and libclang: as for the last build, see $target/build.env"
    else
        : > "$tools/build.env"
        find_or_fetch_libclang
        find_compiler_cache
        mv "$tools/build.env" "$target/build.env"
    fi
    if [ "${1-}" = --shapes ]; then
        need_pyshacl
    fi
    if ! is_rocksdb_built; then
        say "the first build takes about 11 minutes on two cores: RocksDB, which keeps stores on disk, is compiled from source, once"
    fi
}

say() {
    echo "setup: $*"
}

fail() {
    echo "setup: error: $*" >&2
    exit 2
}

is_there() {
    command -v "$1" > /dev/null 2>&1
}

is_root() {
    [ "$(id -u)" = 0 ] && is_there apt-get
}

# Installs Debian packages; false when that is not possible.
apt_install() {
    is_root || return 1
    say "apt-get install $*"
    export DEBIAN_FRONTEND=noninteractive
    if apt-get install -y -qq --no-install-recommends "$@" > "$tools/apt.log" 2>&1; then
        return 0
    fi
    # The lists of packages may be missing or old.
    apt-get update -qq > "$tools/apt.log" 2>&1 || true
    apt-get install -y -qq --no-install-recommends "$@" > "$tools/apt.log" 2>&1
}

# A line for build.env; what is set already when the file is read goes before.
export_variable() {
    escaped=$(printf '%s' "$2" | sed 's/[\\"$`]/\\&/g')
    echo "export $1=\"\${$1:-$escaped}\"" >> "$tools/build.env"
}

need_compilers() {
    mkdir -p "$tools"
    if ! is_there cargo && [ -x "${CARGO_HOME:-$HOME/.cargo}/bin/cargo" ]; then
        fail "cargo is installed but not on the PATH; run: . \"${CARGO_HOME:-$HOME/.cargo}/env\""
    fi
    is_there cargo || fail "cargo is missing; install Rust with rustup, then run this again"
    if ! is_there g++ && ! is_there c++; then
        apt_install g++ || fail "a C++ compiler is missing; install g++ (Debian: apt-get install g++)"
    fi
}

find_or_fetch_libclang() {
    if [ -n "${LIBCLANG_PATH-}" ]; then
        for library in "$LIBCLANG_PATH" "$LIBCLANG_PATH"/libclang[.-]*so*; do
            [ -f "$library" ] && say "libclang: $library, as LIBCLANG_PATH says" && return 0
        done
        fail "there is no libclang in LIBCLANG_PATH=$LIBCLANG_PATH; correct it, or unset it to have one found"
    elif libclang=$(find_libclang); then
        say "libclang: $libclang"
        know_libclang "$libclang"
    elif apt_install libclang-dev && libclang=$(find_libclang); then
        say "libclang: $libclang"
        know_libclang "$libclang"
    else
        fetch_libclang_wheel
    fi
}

# The library in the places where distributions put it.
find_libclang() {
    {
        if is_there "${LLVM_CONFIG_PATH:-llvm-config}"; then
            ls "$("${LLVM_CONFIG_PATH:-llvm-config}" --libdir)"/libclang[.-]*so* 2> /dev/null || true
        fi
        ls -r /usr/lib/llvm-*/lib/libclang[.-]*so* 2> /dev/null || true
        PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2> /dev/null | sed -n 's/.*=> \(.*\/libclang[.-].*\)$/\1/p'
    } | grep -v 'libclang-cpp' | grep -E '/libclang(-[0-9.]+)?\.so' | head -n 1 | grep .
}

# What bindgen does not find on its own: a library in an unusual place, and the headers of the compiler
# (stddef.h and the like), which a bare library comes without.
know_libclang() {
    case $1 in
        /usr/lib/* | /usr/lib64/* | /usr/local/lib/* | /lib/*) ;;
        *) export_variable LIBCLANG_PATH "$(dirname "$1")" ;;
    esac
    for header in "$(dirname "$1")"/clang/*/include/stddef.h \
        /usr/lib/llvm-*/lib/clang/*/include/stddef.h /usr/lib/clang/*/include/stddef.h; do
        [ ! -e "$header" ] || return 0
    done
    use_headers_of_gcc
}

use_headers_of_gcc() {
    is_there gcc || fail "gcc is missing; install it, or libclang with its headers"
    export_variable BINDGEN_EXTRA_CLANG_ARGS "-I$(gcc -print-file-name=include)"
}

fetch_libclang_wheel() {
    folder=$tools/libclang-$libclang_wheel
    if [ ! -e "$folder/clang/native/libclang.so" ]; then
        python=$(find_python_with_pip) \
            || fail "libclang is missing, and so is pip to fetch it; install one of them (Debian, as root: apt-get install libclang-dev, or python3-pip)"
        say "libclang: fetching $libclang_wheel from PyPI"
        rm -rf "$folder"
        "$python" -m pip install --quiet --disable-pip-version-check --no-deps --only-binary=:all: \
            --target "$folder" "libclang==$libclang_wheel" \
            || fail "libclang could not be fetched from PyPI; install it (Debian, as root: apt-get install libclang-dev)"
    fi
    say "libclang: $folder/clang/native"
    export_variable LIBCLANG_PATH "$(cd "$folder/clang/native" && pwd)"
    use_headers_of_gcc
}

find_python_with_pip() {
    is_there python3 || return 1
    if python3 -m pip --version > /dev/null 2>&1; then
        echo python3
    elif python3 -m venv "$tools/python" > /dev/null 2>&1; then
        echo "$tools/python/bin/python"
    else
        return 1
    fi
}

# A cache brings a repeated build of RocksDB down to half a minute.
find_compiler_cache() {
    if [ -n "${CC-}${CXX-}" ]; then
        say "compilers: CC=${CC-} CXX=${CXX-}, as given"
        return
    fi
    if ! is_there ccache && ! apt_install ccache; then
        say "compiler cache: none (ccache would make later builds of RocksDB quick)"
    elif is_there gcc && is_there g++; then
        say "compiler cache: ccache"
        export_variable CC "ccache gcc"
        export_variable CXX "ccache g++"
    fi
}

need_pyshacl() {
    venv=$tools/shapes
    if [ -x "$venv/bin/python" ] && "$venv/bin/python" -c 'import pyshacl' 2> /dev/null; then
        say "pyshacl: $venv"
        return
    fi
    if ! is_there python3 || ! python3 -c 'import venv, ensurepip' 2> /dev/null; then
        apt_install python3 python3-venv \
            || fail "the check of the shapes needs Python with venv; install it (Debian, as root: apt-get install python3-venv)"
    fi
    say "pyshacl: fetching from PyPI into $venv"
    rm -rf "$venv"
    python3 -m venv "$venv"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check pyshacl \
        || fail "pyshacl could not be fetched from PyPI, and the shapes cannot be checked without it"
}

# Its bindings are made last.
is_rocksdb_built() {
    find "$target/debug/build" -path '*/oxrocksdb-sys-*/out/bindings.rs' 2> /dev/null | grep -q .
}

main "$@"
