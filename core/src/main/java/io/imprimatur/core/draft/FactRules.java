package io.imprimatur.core.draft;

import io.imprimatur.assessment.Fact;
import io.imprimatur.assessment.FactDraft;
import io.imprimatur.assessment.FactValue;
import io.imprimatur.error.ErrorCode;
import io.imprimatur.error.ImprimaturException;
import io.imprimatur.error.Preconditions;
import io.imprimatur.error.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a draft of a fact must hold to be one. */
final class FactRules {
    private FactRules() {}

    static Fact fact(FactDraft draft) {
        return new Fact(
                Preconditions.notNull(draft.name(), "name"),
                value(draft.value()),
                Preconditions.notNull(draft.source(), "source"));
    }

    static FactValue value(@Nullable Object value) {
        try {
            return typed(Preconditions.notNull(value, "value"));
        } catch (ImprimaturException refused) {
            throw new ImprimaturException(
                    ErrorCode.INVALID_VALUE,
                    refused.problems().stream()
                            .map(problem -> problem.field("value"))
                            .toList());
        }
    }

    private static FactValue typed(Object value) {
        if (value instanceof String text) {
            return new FactValue.Text(text);
        }
        if (value instanceof Boolean flag) {
            return new FactValue.Flag(flag);
        }
        if (value instanceof Integer || value instanceof Long) {
            return new FactValue.Whole(((Number) value).longValue());
        }
        if (value instanceof List<?> list) {
            return new FactValue.Texts(texts(list));
        }
        throw unknown(value, "must be text, a whole number (Integer or Long), true or false, or a list of texts");
    }

    private static List<String> texts(List<?> list) {
        List<String> texts = new ArrayList<>(list.size());
        for (Object element : list) {
            if (!(element instanceof String text)) {
                throw unknown(element, "must have texts alone in its list");
            }
            texts.add(text);
        }
        return texts;
    }

    /** Shows the class alone: the value is not known to print. */
    private static ImprimaturException unknown(@Nullable Object value, String rule) {
        return new ImprimaturException(
                ErrorCode.INVALID_VALUE,
                Problem.of(rule)
                        .value(value == null ? "null" : "a " + value.getClass().getName()));
    }
}
