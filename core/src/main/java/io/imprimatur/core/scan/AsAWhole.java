package io.imprimatur.core.scan;

import io.imprimatur.change.Digest;
import io.imprimatur.scan.Coverage;
import io.imprimatur.scan.FindingSink;
import io.imprimatur.scan.ScanRequest;
import io.imprimatur.scan.Scanner;
import java.util.List;

/** Asks a scanner about a change, unless it is known what it would say of it. */
record AsAWhole(Keeping keeping, Scanner scanner, ScanRequest request, FindingSink findings) {

    /**
     * What it says, or said.
     *
     * @param depends the digest of all that the answer depends on of the request
     */
    Coverage scan(Digest depends) throws InterruptedException {
        Digest question = keeping.question(List.of("whole", depends.hex()));
        KeptAnswer known = keeping.get(question).orElse(null);
        if (known != null) {
            known.findings().forEach(findings::accept);
            return new Coverage(known.gaps());
        }
        Recorder recorder = new Recorder(findings);
        Coverage fresh = scanner.scan(request, recorder);
        if (fresh != null && recorder.isWhole() && !request.isCancelled()) {
            keeping.put(question, new KeptAnswer(recorder.drafts(), fresh.gaps()));
        }
        return fresh;
    }
}
