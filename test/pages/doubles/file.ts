// A style sheet or a picture: nothing that a test in jsdom can see.
export default 'file'
