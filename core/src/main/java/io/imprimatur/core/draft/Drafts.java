package io.imprimatur.core.draft;

import io.imprimatur.assessment.Fact;
import io.imprimatur.assessment.FactDraft;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Preconditions;
import io.imprimatur.error.Problem;
import io.imprimatur.finding.Finding;
import io.imprimatur.finding.FindingDraft;
import io.imprimatur.finding.Fingerprint;
import io.imprimatur.finding.Location;
import io.imprimatur.finding.Origin;
import io.imprimatur.provenance.Generation;
import io.imprimatur.provenance.GenerationDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes strict types of drafts. A draft that breaks its constraints is refused with {@link ErrorCode#INVALID_DRAFT} and
 * one problem for each violation, with its field. A problem never shows a text that may hold what a scanner found: of a
 * message, an identity, a fix and the value of a fact it tells the length alone.
 *
 * <p>The strict types cannot hold nonsense, so where they accept a draft, nothing is violated, and Hibernate Validator,
 * which takes some 300 ms to load, is not needed. It is loaded with the first draft that is refused, held by this object
 * and released by {@link #close}. It then logs one line with its version, at INFO, to the logger
 * {@code org.hibernate.validator.internal.util.Version}; in a program without a logging library that goes to standard
 * error, by {@code java.util.logging}. Loggers belong to the whole program, so this library leaves them alone: the program
 * may raise the level of that one.
 *
 * <p>Thread-safe.
 */
public final class Drafts implements AutoCloseable {
    private @Nullable Constraints constraints;
    private boolean closed;

    /** Holds nothing yet. */
    public Drafts() {}

    /**
     * The place that a draft names; empty where it concerns the change as a whole. Whether there is such a place is the
     * caller's to check.
     *
     * @throws ImprimaturException {@link ErrorCode#INVALID_DRAFT} where it cannot be a place; it lists everything else
     *     that is wrong with the draft too
     */
    public Optional<Location> location(FindingDraft draft) {
        return make(draft, () -> FindingRules.location(draft), () -> {});
    }

    /**
     * The finding of a draft.
     *
     * @param scanner the scanner that found it
     * @param fingerprint what stays the same of it when lines move
     * @param origin whether the change brought it
     * @throws ImprimaturException {@link ErrorCode#INVALID_DRAFT}
     */
    public Finding finding(FindingDraft draft, String scanner, Fingerprint fingerprint, Origin origin) {
        Preconditions.id(scanner, "scanner");
        Preconditions.notNull(fingerprint, "fingerprint");
        Preconditions.notNull(origin, "origin");
        return make(
                draft,
                () -> FindingRules.finding(draft, scanner, fingerprint, origin),
                () -> FindingRules.location(draft));
    }

    /**
     * The generation of a draft.
     *
     * @throws ImprimaturException {@link ErrorCode#INVALID_DRAFT}
     */
    public Generation generation(GenerationDraft draft) {
        return make(draft, () -> GenerationRules.generation(draft), () -> GenerationRules.checkModel(draft));
    }

    /**
     * The generations of drafts.
     *
     * @throws ImprimaturException {@link ErrorCode#INVALID_DRAFT} with what is wrong with any of them, as
     *     {@code [3].model}
     */
    public List<Generation> generations(List<GenerationDraft> drafts) {
        return makeAll(drafts, this::generation);
    }

    /**
     * The fact of a draft.
     *
     * @throws ImprimaturException {@link ErrorCode#INVALID_DRAFT}
     */
    public Fact fact(FactDraft draft) {
        return make(draft, () -> FactRules.fact(draft), () -> FactRules.value(draft.value()));
    }

    /**
     * The facts of drafts.
     *
     * @throws ImprimaturException {@link ErrorCode#INVALID_DRAFT} with what is wrong with any of them, as
     *     {@code [3].name}
     */
    public List<Fact> facts(List<FactDraft> drafts) {
        return makeAll(drafts, this::fact);
    }

    /** Releases the validator. Safe to call twice. Of a draft that is refused later, the first violation alone is told. */
    @Override
    public synchronized void close() {
        closed = true;
        if (constraints != null) {
            constraints.close();
            constraints = null;
        }
    }

    private synchronized List<Problem> violations(Object draft) {
        if (closed) {
            return List.of();
        }
        if (constraints == null) {
            constraints = new Constraints();
        }
        return constraints.violations(draft);
    }

    /**
     * @param strict makes the strict type
     * @param further the rules that span several fields, which the validator does not know
     */
    private <T> T make(@Nullable Object draft, Supplier<T> strict, Runnable further) {
        if (draft == null) {
            throw new ImprimaturException(ErrorCode.INVALID_DRAFT, Problem.of("must be given"));
        }
        try {
            return strict.get();
        } catch (ImprimaturException refused) {
            List<Problem> problems = new ArrayList<>(violations(draft));
            addUnlessFound(problems, further);
            throw new ImprimaturException(ErrorCode.INVALID_DRAFT, problems.isEmpty() ? refused.problems() : problems);
        }
    }

    private static void addUnlessFound(List<Problem> problems, Runnable further) {
        try {
            further.run();
        } catch (ImprimaturException refused) {
            List<@Nullable String> fields =
                    problems.stream().map(Problem::field).toList();
            refused.problems().stream()
                    .filter(problem -> !fields.contains(problem.field()))
                    .forEach(problems::add);
        }
    }

    private static <D, T> List<T> makeAll(List<D> drafts, Function<D, T> one) {
        Preconditions.notNull(drafts, "drafts");
        List<T> made = new ArrayList<>(drafts.size());
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            try {
                made.add(one.apply(drafts.get(i)));
            } catch (ImprimaturException refused) {
                String element = "[" + i + "]";
                for (Problem problem : refused.problems()) {
                    problems.add(problem.field(problem.field() == null ? element : element + "." + problem.field()));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new ImprimaturException(ErrorCode.INVALID_DRAFT, problems);
        }
        return List.copyOf(made);
    }
}
