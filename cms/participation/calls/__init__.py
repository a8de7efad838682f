"""Calls for participation and prizes: how applications come in, how a jury judges them, how everybody is told."""
