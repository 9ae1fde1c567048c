package io.imprimatur.samples.scanner;

import io.imprimatur.finding.Category;
import io.imprimatur.scan.Scanner;
import io.imprimatur.scan.ScannerDescriptor;
import io.imprimatur.scan.ScannerProvider;
import io.imprimatur.scan.ScannerSettings;
import io.imprimatur.scan.SecretSource;
import java.util.List;

/** Makes a {@link LeftoverScanner}. Its one setting, {@code phrases}, is a list of further texts to look for. */
public final class LeftoverProvider implements ScannerProvider {
    @Override
    public ScannerDescriptor descriptor() {
        return new ScannerDescriptor("leftovers", "1", List.of(Category.QUALITY));
    }

    @Override
    public Scanner create(ScannerSettings settings, SecretSource secrets) {
        List<String> phrases = settings.texts("phrases");
        if (phrases.stream().anyMatch(String::isBlank)) {
            settings.refuse("phrases", "must not hold a blank text");
        }
        settings.check();
        return new LeftoverScanner(phrases);
    }
}
