package io.imprimatur.core.draft;

import io.imprimatur.assessment.FactDraft;
import io.imprimatur.error.ImprimaturException;

/** A program that makes facts of drafts, run by {@link LoadingTest} in a JVM of its own. */
final class ClassPathProgram {
    private ClassPathProgram() {}

    public static void main(String[] names) {
        System.out.println(ClassPathProgram.class.getModule().isNamed() ? "module path" : "class path");
        try (Drafts drafts = new Drafts()) {
            for (String name : names) {
                System.out.println(
                        drafts.fact(new FactDraft(name, true, "test")).name());
            }
        } catch (ImprimaturException refused) {
            System.out.println(refused.getMessage());
        }
    }
}
