/** A program that loads the libraries of a vision process, and ends: where it runs, a vision process does. */
import "@signify/vision";
