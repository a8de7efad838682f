"""Surveys: questions, answering, results, invitation codes, tables to take along."""
