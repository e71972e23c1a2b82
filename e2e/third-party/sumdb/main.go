// Reads a record's public files with Go's own transparency-log packages (golang.org/x/mod/sumdb note and tlog, those of the Go
// command) and says whether they agree.
//
// Usage: sumdb DIR, with vkey, checkpoint, tile/… and proofs.json:
// {"inclusion": [{"index", "leaf", "proof"}], "consistency": [{"old", "root", "proof"}]}, all bytes in base64.
// Prints what was checked as one JSON object; exit status 1 and the reason when anything differs.
package main

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type proofs struct {
	Inclusion []struct {
		Index int64
		Leaf  []byte
		Proof [][]byte
	}
	Consistency []struct {
		Old   int64
		Root  []byte
		Proof [][]byte
	}
}

func must(err error, what string) {
	if err != nil {
		fmt.Fprintf(os.Stderr, "sumdb: %s: %v\n", what, err)
		os.Exit(1)
	}
}

func same(good bool, what string) {
	if !good {
		must(fmt.Errorf("ours differs"), what)
	}
}

type tiles struct{ dir string }

func (t tiles) Height() int                            { return 8 }
func (t tiles) SaveTiles(tiles []tlog.Tile, _ [][]byte) {}
func (t tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var out [][]byte
	for _, tile := range wanted {
		// Go writes the height into the path; C2SP's tiles all have the height 8.
		path := "tile/" + strings.TrimPrefix(tile.Path(), "tile/8/")
		bytes, err := os.ReadFile(filepath.Join(t.dir, path))
		if err != nil {
			return nil, err
		}
		out = append(out, bytes)
	}
	return out, nil
}

func hash(bytes []byte) (h tlog.Hash) {
	same(len(bytes) == len(h), "length of a hash")
	copy(h[:], bytes)
	return h
}

func hashes(all [][]byte) (out []tlog.Hash) {
	for _, bytes := range all {
		out = append(out, hash(bytes))
	}
	return out
}

func main() {
	dir := os.Args[1]
	read := func(name string) []byte {
		bytes, err := os.ReadFile(filepath.Join(dir, name))
		must(err, name)
		return bytes
	}
	verifier, err := note.NewVerifier(strings.TrimSpace(string(read("vkey"))))
	must(err, "vkey")
	opened, err := note.Open(read("checkpoint"), note.VerifierList(verifier))
	must(err, "checkpoint")
	lines := strings.Split(opened.Text, "\n")
	same(len(lines) == 4 && lines[0] == verifier.Name(), "lines of the checkpoint")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	must(err, "size")
	decoded, err := base64.StdEncoding.DecodeString(lines[2])
	must(err, "root")
	root := hash(decoded)
	reader := tlog.TileHashReader(tlog.Tree{N: size, Hash: root}, tiles{dir})
	fromTiles, err := tlog.TreeHash(size, reader)
	must(err, "root from tiles")
	same(fromTiles == root, "root from tiles")

	var given proofs
	must(json.Unmarshal(read("proofs.json"), &given), "proofs.json")
	for _, one := range given.Inclusion {
		what := fmt.Sprintf("inclusion of %d", one.Index)
		ours, leaf := hashes(one.Proof), tlog.RecordHash(one.Leaf)
		must(tlog.CheckRecord(ours, size, root, one.Index, leaf), what)
		theirs, err := tlog.ProveRecord(size, one.Index, reader)
		must(err, what)
		same(slices.Equal(ours, []tlog.Hash(theirs)), what)
		leaf[0] ^= 1
		same(tlog.CheckRecord(ours, size, root, one.Index, leaf) != nil, what+", of another leaf")
	}
	for _, one := range given.Consistency {
		what := fmt.Sprintf("consistency from %d", one.Old)
		ours, old := hashes(one.Proof), hash(one.Root)
		must(tlog.CheckTree(ours, size, root, one.Old, old), what)
		theirs, err := tlog.ProveTree(size, one.Old, reader)
		must(err, what)
		same(slices.Equal(ours, []tlog.Hash(theirs)), what)
		old[0] ^= 1
		same(tlog.CheckTree(ours, size, root, one.Old, old) != nil, what+", of another past")
	}
	fmt.Printf("{\"size\":%d,\"inclusion\":%d,\"consistency\":%d}\n", size, len(given.Inclusion), len(given.Consistency))
}
