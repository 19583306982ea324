-- What was handed in is a file of the file store, and stays one as a tombstone after its contents are gone.
alter table application_document_files add foreign key (file_id) references files;
