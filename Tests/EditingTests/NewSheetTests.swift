// Tests of Editing
